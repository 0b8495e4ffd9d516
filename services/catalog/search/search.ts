import type { Place } from '../../domain/search';
import type { ServiceList, ServiceQuery } from '../contract';
import { facetsOf } from './facets';
import { filtersOf, passes } from './filters';
import { parseNear } from './geo';
import type { Entry, MarketIndex } from './market-index';
import { decodeCursor, encodeCursor } from './order/cursor';
import { compareRanked, type SortKey, sortKeyOf, sortOf } from './order/rank';

export interface FoundPage {
  entries: Entry[];
  near: Place | undefined;
  total: number;
  facets: ServiceList['facets'];
  nextCursor?: string;
}

interface Ranked {
  id: string;
  key: SortKey;
  entry: Entry;
}

const DEFAULT_LIMIT = 24;

/** One page of a market's services, or `INVALID_CURSOR` when the cursor is not of this query. */
export function search(
  index: MarketIndex,
  query: ServiceQuery,
  nowMs: number,
): FoundPage | 'INVALID_CURSOR' {
  const bound = boundText(index, query);
  const after = query.cursor === undefined ? undefined : decodeCursor(bound, query.cursor);
  if (query.cursor !== undefined && !after) return 'INVALID_CURSOR';

  const near = query.near === undefined ? undefined : parseNear(query.near);
  const scores = (query.q && index.text.match(query.q)) || undefined;
  const filters = filtersOf(query, near, nowMs);
  const candidates = candidatesOf(index, scores);
  const sort = sortOf(query);
  const ranked = candidates
    .filter((entry) => passes(entry, filters))
    .map((entry): Ranked => {
      const key = sortKeyOf(sort, entry, { near, scores, nowMs });
      return { id: entry.service.id, key, entry };
    })
    .sort(compareRanked);

  const start = after ? firstAfter(ranked, after) : 0;
  const page = ranked.slice(start, start + (query.limit ?? DEFAULT_LIMIT));
  const last = page.at(-1);
  return {
    entries: page.map(({ entry }) => entry),
    near,
    total: ranked.length,
    facets: facetsOf(candidates, filters),
    ...(last && start + page.length < ranked.length && { nextCursor: encodeCursor(bound, last) }),
  };
}

function candidatesOf(
  { entries }: MarketIndex,
  scores: ReadonlyMap<string, number> | undefined,
): Entry[] {
  if (!scores) return [...entries.values()];
  return [...scores.keys()].flatMap((id) => entries.get(id) ?? []);
}

function firstAfter(ranked: readonly Ranked[], position: { key: SortKey; id: string }): number {
  const found = ranked.findIndex((candidate) => compareRanked(candidate, position) > 0);
  return found === -1 ? ranked.length : found;
}

/** The query as text, without what may differ from page to page. */
function boundText({ market }: MarketIndex, query: ServiceQuery): string {
  const { cursor: _cursor, limit: _limit, market: _market, ...asked } = query;
  return JSON.stringify([market, Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
