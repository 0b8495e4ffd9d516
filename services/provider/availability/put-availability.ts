import { invalidInput, ProblemError } from '../../shared/lambda';
import { transact } from '../../shared/table';
import type { ProviderContext } from '../context';
import type { Availability } from '../contract';
import { requireProvider } from '../require-provider';

/** Replaces the weekly hours and exceptions; bookings that exist stay. */
export async function putAvailability(
  context: ProviderContext,
  input: Availability,
): Promise<Availability> {
  const { providerId } = await requireProvider(context);
  const { timeZone } = input;
  requireTimeZone(timeZone);
  const { table } = context;
  const outcome = await transact(() =>
    table.transaction.write(({ availability, provider }) => [
      availability.put({ providerId, ...input }).commit(),
      provider.patch({ providerId }).set({ timeZone }).commit(),
    ]),
  );
  if (!outcome.ok) throw new ProblemError('CONFLICT');
  return input;
}

function requireTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw invalidInput({ path: 'timeZone', message: 'Expected an IANA time zone' });
  }
}
