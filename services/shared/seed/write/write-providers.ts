import type { MarketTable } from '../../table';
import type { SeedProvider } from '../model';
import { availabilityItem, providerItem, reviewItems, serviceItems } from './items';

const CONCURRENCY = 6;

/** The providers of the catalogue that the table does not hold yet. */
export async function missingProviders(
  table: MarketTable,
  providers: readonly SeedProvider[],
): Promise<SeedProvider[]> {
  const { data } = await table.provider
    .get(providers.map(({ id }) => ({ providerId: id })))
    .go({ consistent: true, concurrency: CONCURRENCY });
  const known = new Set(data.map(({ providerId }) => providerId));
  return providers.filter(({ id }) => !known.has(id));
}

/**
 * Writes providers with all that belongs to them, themselves last: one that is there is complete.
 * @param ownerOf the user who runs a provider
 */
export async function writeProviders(
  { availability, provider, review, service }: MarketTable,
  providers: readonly SeedProvider[],
  ownerOf: (providerId: string) => string,
): Promise<void> {
  const options = { concurrency: CONCURRENCY };
  await Promise.all([
    done(service.put(providers.flatMap(serviceItems)).go(options)),
    done(review.put(providers.flatMap(reviewItems)).go(options)),
    done(availability.put(providers.map(availabilityItem)).go(options)),
  ]);
  const items = providers.map((seed) => providerItem(seed, ownerOf(seed.id)));
  await done(provider.put(items).go(options));
}

async function done(writing: Promise<{ unprocessed: unknown[] }>): Promise<void> {
  const { unprocessed } = await writing;
  if (unprocessed.length > 0) throw new Error(`${unprocessed.length} items were not written`);
}
