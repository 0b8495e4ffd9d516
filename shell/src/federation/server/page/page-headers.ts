import type { ServerResponse } from 'node:http';
import { PAGE_CACHE_CONTROL_HEADER } from '@marketplace/services/domain/releases';
import type { ResolvedSlot } from './resolve-slot';

/** A designed "not found" is kept for a short while, so that a wrong link does not cost a render each. */
const NOT_FOUND_SECONDS = 10;
const STALE_FACTOR = 10;
/** How long a page stands in for us while we cannot be reached. */
const STALE_IF_ERROR_SECONDS = 86_400;

/** How long the edge may keep a page of these slots; 0 when one of them is not exactly what was asked. */
export function edgeSeconds(slots: Pick<ResolvedSlot, 'exact' | 'loaded'>[]): number {
  const seconds = slots.map(({ exact, loaded }) => {
    if (!exact || !loaded) return 0;
    return loaded.maxAgeSeconds ?? (loaded.status === 404 ? NOT_FOUND_SECONDS : 0);
  });
  return Math.min(...seconds);
}

/** Nothing between us and the edge keeps a page; the edge is told in a header of its own. */
export function setCacheHeaders(response: ServerResponse, maxAgeSeconds: number): void {
  response.setHeader('cache-control', 'no-store');
  if (maxAgeSeconds <= 0) {
    response.removeHeader(PAGE_CACHE_CONTROL_HEADER);
    return;
  }
  const staleSeconds = maxAgeSeconds * STALE_FACTOR;
  response.setHeader(
    PAGE_CACHE_CONTROL_HEADER,
    `public, max-age=${maxAgeSeconds}, stale-while-revalidate=${staleSeconds}, stale-if-error=${STALE_IF_ERROR_SECONDS}`,
  );
}
