import { isMarketCode, MARKETS } from '@marketplace/services/domain/markets';
import { nearestProviders, parseRoundedPlace } from '@marketplace/services/domain/near';
import { renderFragment } from './fragment';
import type { BakedRelease } from './release';
import type { Snapshots } from './snapshots/snapshots';

const AROUND_KM = 30;
const CARDS = 4;

export interface NearContext {
  snapshots: Snapshots;
  /** Absent in a build that no release was made for: then there is nothing to hydrate with. */
  release: BakedRelease | null;
  nowMs: number;
}

export interface NearQuestion {
  market: string | undefined;
  /** Whether the address of the page around names the market. */
  isMarketNamed: boolean;
  /** As the viewer-router rounded it; without one the market's default city stands in. */
  place: string | undefined;
}

/** The fragment for a market and a rounded place, or nothing. Never an error. */
export async function answerNear(
  { market, isMarketNamed, place }: NearQuestion,
  { snapshots, release, nowMs }: NearContext,
): Promise<string | undefined> {
  if (!isMarketCode(market) || release === null) return undefined;
  const snapshot = await snapshots.of(market);
  if (snapshot === undefined) return undefined;
  const around = parseRoundedPlace(place) ?? MARKETS[market].city;
  const centre = { lat: around.lat, lon: around.lon };
  const question = { place: centre, radiusKm: AROUND_KM, limit: CARDS };
  try {
    const neighbours = nearestProviders(snapshot, question);
    if (neighbours.length === 0) return undefined;
    return renderFragment({ market, isMarketNamed, place: centre, neighbours, release, nowMs });
  } catch (error) {
    console.error(JSON.stringify({ event: 'near-you-failed', market, message: String(error) }));
    return undefined;
  }
}
