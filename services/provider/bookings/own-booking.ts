import { requireBooking } from '../../shared/bookings';
import { ProblemError } from '../../shared/lambda';
import type { BookingItem } from '../../shared/table';
import type { ProviderContext } from '../context';
import { requireProvider } from '../require-provider';

/** A booking of the asker's business. @throws ProblemError `NOT_FOUND` for another one's. */
export async function requireOwnBooking(
  context: ProviderContext,
  bookingId: string,
): Promise<BookingItem> {
  const { providerId } = await requireProvider(context);
  const booking = await requireBooking(context.table, bookingId);
  if (booking.providerId !== providerId) throw new ProblemError('NOT_FOUND');
  return booking;
}

/** Whether an earlier attempt of this very write changed the booking, but its answer was lost. */
export function isDoneAlready(
  { operationId }: Pick<ProviderContext, 'operationId'>,
  { lastOperationId }: BookingItem,
): boolean {
  return lastOperationId === operationId;
}
