import type { MarketCode } from '@marketplace/services/domain/markets';
import {
  type NearSnapshot,
  nearSnapshotKey,
  parseNearSnapshot,
} from '@marketplace/services/domain/near';
import type { FetchObject } from './bucket';

/** How long a snapshot is used without asking for a newer one. */
const FRESH_MS = 2_000;
/** How long after a failure nobody is asked again. */
const REST_MS = 3_000;
/** The indexer knows free times for two weeks: an older snapshot has none left. */
const STALE_AFTER_MS = 14 * 86_400_000;
/** In 128 MB there is room for a few markets. */
const KEPT_MARKETS = 3;

interface Held {
  snapshot: NearSnapshot;
  etag: string | undefined;
  modifiedMs: number;
}

interface Market {
  held?: Held;
  askAgainMs: number;
  asking?: Promise<void> | undefined;
}

export interface Snapshots {
  /** The newest that can be had, else the last good one, else nothing. Never rejects. */
  of(market: MarketCode): Promise<NearSnapshot | undefined>;
}

/** Snapshots from the first of the sources that answers: the home region's bucket, then its replica. */
export function createSnapshots(sources: readonly FetchObject[], now = Date.now): Snapshots {
  const markets = new Map<MarketCode, Market>();

  const load = async (code: MarketCode, market: Market) => {
    for (const source of sources) {
      try {
        const fetched = await source(nearSnapshotKey(code), market.held?.etag);
        if (fetched.kind === 'found') {
          const { text, etag, modifiedMs } = fetched;
          market.held = { snapshot: parseNearSnapshot(text, code), etag, modifiedMs };
        }
        market.askAgainMs = now() + FRESH_MS;
        return;
      } catch (error) {
        console.warn(
          JSON.stringify({ event: 'near-snapshot-missed', market: code, message: String(error) }),
        );
      }
    }
    market.askAgainMs = now() + REST_MS;
  };

  return {
    async of(code) {
      const market = touched(markets, code);
      if (now() >= market.askAgainMs) {
        market.asking ??= load(code, market).finally(() => {
          market.asking = undefined;
        });
        await market.asking;
      }
      const { held } = market;
      const isStale = held !== undefined && now() - held.modifiedMs > STALE_AFTER_MS;
      return isStale ? undefined : held?.snapshot;
    },
  };
}

/** The market's place in memory; the one unused for longest makes room. */
function touched(markets: Map<MarketCode, Market>, code: MarketCode): Market {
  const market = markets.get(code) ?? { askAgainMs: 0 };
  markets.delete(code);
  markets.set(code, market);
  const [oldest] = markets.keys();
  if (markets.size > KEPT_MARKETS && oldest !== undefined) markets.delete(oldest);
  return market;
}
