import { distanceKm, type Place } from '../../../domain/search';
import type { ServiceQuery, Sort } from '../../contract';
import { nextFreeMs } from '../free-times';
import type { Entry } from '../market-index';

/** Compared number by number, ascending; ties go to the smaller service id. */
export type SortKey = readonly number[];

export interface RankContext {
  near?: Place | undefined;
  /** Text scores by service id; absent without a text. */
  scores?: ReadonlyMap<string, number> | undefined;
  nowMs: number;
}

/** Without an explicit choice: the best match, else the nearest, else the best reviewed. */
export function sortOf(query: ServiceQuery): Sort {
  return query.sort ?? (query.near && !query.q ? 'distance' : 'relevance');
}

export function sortKeyOf(sort: Sort, entry: Entry, context: RankContext): SortKey {
  const { service, provider } = entry;
  switch (sort) {
    case 'relevance':
      return relevance(entry, context);
    case 'distance':
      return [context.near ? distanceKm(context.near, provider) : 0];
    case 'price':
      return [service.priceMinor];
    case '-price':
      return [-service.priceMinor];
    case 'rating':
      return [-(provider.rating ?? 0), -provider.ratingCount];
    case 'nextFree':
      return [nextFreeMs(entry, context.nowMs) ?? Number.MAX_SAFE_INTEGER];
  }
}

/** Negative when `a` comes first. */
export function compareRanked(
  a: { key: SortKey; id: string },
  b: { key: SortKey; id: string },
): number {
  for (const [place, value] of a.key.entries()) {
    const difference = value - (b.key[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** Without a text, one service of every provider comes before anybody's second. */
function relevance({ service, provider, position }: Entry, { scores }: RankContext): SortKey {
  const score = scores?.get(service.id);
  return score === undefined ? [position, -esteem(provider)] : [-score, -esteem(provider)];
}

const PRIOR_RATING = 4.3;
const PRIOR_WEIGHT = 8;

/** Average stars, drawn to the usual average while the reviews are few. */
function esteem({ rating, ratingCount }: Entry['provider']): number {
  const stars = (rating ?? PRIOR_RATING) * ratingCount;
  return (stars + PRIOR_RATING * PRIOR_WEIGHT) / (ratingCount + PRIOR_WEIGHT);
}
