import type { ProviderContext } from '../context';
import type { Availability } from '../contract';
import { requireProvider } from '../require-provider';
import { availabilityOf } from './availability';

export async function getAvailability(context: ProviderContext): Promise<Availability> {
  const provider = await requireProvider(context);
  const { data } = await context.table.availability
    .get({ providerId: provider.providerId })
    .go({ consistent: true });
  return availabilityOf(provider, data);
}
