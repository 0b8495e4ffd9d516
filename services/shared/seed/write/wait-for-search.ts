import { MARKET_CODES } from '../../../domain/markets';
import type { ObjectStore } from '../../objects';
import { parseSnapshot, snapshotKey } from '../../search';
import type { SeedProvider } from '../model';

const POLL_MS = 200;

/**
 * Waits until every market's search snapshot holds these providers with all their services.
 * @throws Error naming what is missing when the time is up.
 */
export async function waitForSearch(
  objects: ObjectStore,
  providers: readonly SeedProvider[],
  limitMs: number,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  let missing = [...providers];
  while (missing.length > 0) {
    missing = await stillMissing(objects, missing);
    if (missing.length > 0 && Date.now() > deadline) {
      const markets = [...new Set(missing.map(({ market }) => market))].join(', ');
      throw new Error(
        `After ${limitMs / 1000} s search does not know ${missing.length} providers of ${markets} yet. Does the search-indexer run?`,
      );
    }
    if (missing.length > 0) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function stillMissing(
  objects: ObjectStore,
  providers: readonly SeedProvider[],
): Promise<SeedProvider[]> {
  const missing: SeedProvider[] = [];
  for (const market of MARKET_CODES) {
    const wanted = providers.filter((provider) => provider.market === market);
    if (wanted.length === 0) continue;
    const found = await objects.read(snapshotKey(market));
    const known = typeof found === 'string' ? {} : parseSnapshot(found.body).providers;
    missing.push(...wanted.filter(({ id, services }) => !hasAll(known[id], services.length)));
  }
  return missing;
}

function hasAll(known: { services: readonly unknown[] } | undefined, services: number): boolean {
  return known !== undefined && known.services.length >= services;
}
