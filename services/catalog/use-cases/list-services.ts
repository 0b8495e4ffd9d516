import type { MarketCode } from '../../domain/markets';
import { ProblemError } from '../../shared/lambda';
import type { CatalogContext } from '../context';
import type { ServiceList, ServiceQuery } from '../contract';
import { search } from '../search/search';
import { summaryOf } from '../search/summary';

/** Searches the services of a market. */
export async function listServices(
  { indexes, metrics, now }: CatalogContext,
  { market, query }: { market: MarketCode; query: ServiceQuery },
): Promise<ServiceList> {
  const index = await indexes.of(market);
  const nowMs = now.getTime();
  const startedMs = performance.now();
  const page = search(index, query, nowMs);
  metrics.measure('SearchLatency', performance.now() - startedMs);
  if (page === 'INVALID_CURSOR') {
    const message = 'Take `nextCursor` of the page before, with the same query';
    throw new ProblemError('INVALID_CURSOR', { errors: [{ path: 'cursor', message }] });
  }
  const { entries, near, total, facets, nextCursor } = page;
  return {
    items: entries.map((entry) => summaryOf(entry, nowMs, near)),
    total,
    facets,
    ...(nextCursor !== undefined && { nextCursor }),
  };
}
