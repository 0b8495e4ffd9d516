import type { MarketCode } from '../../domain/markets';
import type { ObjectStore } from '../../shared/objects';
import type { Log } from '../../shared/observability';
import { emptySnapshot, parseSnapshot, snapshotKey } from '../../shared/search';
import { createMarketIndex, type MarketIndex } from '../search/market-index';

/** The search index of each market, kept up to date with its snapshot. */
export interface MarketIndexes {
  of(market: MarketCode): Promise<MarketIndex>;
}

/** Until then nobody asks whether there is a newer snapshot. */
const FRESH_MS = 2000;
/** Until then the old one is answered with while the newer one is fetched. */
const STALE_MS = 5000;

interface Held {
  index: MarketIndex;
  /** When the snapshot was last known to be current. */
  checkedMs: number;
}

/** Indexes over the snapshots in an object store; each is fetched by one request at a time. */
export function marketIndexes(objects: ObjectStore, now: () => Date, log: Log): MarketIndexes {
  const held = new Map<MarketCode, Held>();
  const fetching = new Map<MarketCode, Promise<Held>>();

  async function fetchNow(market: MarketCode): Promise<Held> {
    const before = held.get(market);
    const checkedMs = now().getTime();
    const index = before?.index ?? createMarketIndex(market);
    const found = await objects.read(snapshotKey(market), index.etag);
    if (found === 'not-modified' && before) return { ...before, checkedMs };
    if (found === 'missing' || found === 'not-modified') {
      index.load(emptySnapshot(market));
      return { index, checkedMs };
    }
    index.load(parseSnapshot(found.body), found.etag);
    return { index, checkedMs };
  }

  function fetchOnce(market: MarketCode): Promise<Held> {
    const running = fetching.get(market);
    if (running) return running;
    const started = fetchNow(market)
      .then((fetched) => {
        held.set(market, fetched);
        return fetched;
      })
      .finally(() => fetching.delete(market));
    fetching.set(market, started);
    return started;
  }

  return {
    async of(market) {
      const known = held.get(market);
      if (!known) return (await fetchOnce(market)).index;
      const ageMs = now().getTime() - known.checkedMs;
      if (ageMs < FRESH_MS) return known.index;
      const fetched = fetchOnce(market).catch((error: unknown) => {
        log.error(`The search snapshot of ${market} was not read; the last one serves`, { error });
        return known;
      });
      return ageMs < STALE_MS ? known.index : (await fetched).index;
    },
  };
}
