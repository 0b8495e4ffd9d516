import { createHash } from 'node:crypto';
import type { MarketCode } from '../../domain/markets';
import type { Shelf } from '../../shared/cache';
import { ProblemError } from '../../shared/lambda';
import { snapshotKey } from '../../shared/search';
import type { CatalogContext } from '../context';
import type { ServiceList, ServiceQuery } from '../contract';
import { search } from '../search/search';
import { summaryOf } from '../search/summary';

const SHELF: Shelf = { freshMs: 5_000, staleMs: 30_000 };

interface Search {
  market: MarketCode;
  query: ServiceQuery;
}

/** Searches the services of a market. */
export async function listServices(ctx: CatalogContext, asked: Search): Promise<ServiceList> {
  const { page } = await ctx.cache.read({
    tag: snapshotKey(asked.market),
    name: nameOf(asked.query),
    ...SHELF,
    load: () => searchNow(ctx, asked),
    madeOf: ({ etag }) => etag,
  });
  return page;
}

/** The page, and the version of the snapshot that it was found in. */
async function searchNow(
  { indexes, metrics, now }: CatalogContext,
  { market, query }: Search,
): Promise<{ page: ServiceList; etag?: string }> {
  const index = await indexes.of(market);
  const nowMs = now.getTime();
  const startedMs = performance.now();
  const found = search(index, query, nowMs);
  metrics.measure('SearchLatency', performance.now() - startedMs);
  if (found === 'INVALID_CURSOR') {
    const message = 'Take `nextCursor` of the page before, with the same query';
    throw new ProblemError('INVALID_CURSOR', { errors: [{ path: 'cursor', message }] });
  }
  const { entries, near, total, facets, nextCursor } = found;
  const page = {
    items: entries.map((entry) => summaryOf(entry, nowMs, near)),
    total,
    facets,
    ...(nextCursor !== undefined && { nextCursor }),
  };
  return { page, ...(index.etag !== undefined && { etag: index.etag }) };
}

/** What people type is nobody's business: a digest names the search. */
function nameOf(query: ServiceQuery): string {
  const parts = Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
