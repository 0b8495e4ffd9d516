import type { BehaviorConfig } from '../config/types';
import { first } from '../http/headers';
import type { EdgeRequest } from '../http/messages';
import { selectCookies, selectQuery } from '../http/query';
import type { Viewer } from '../http/viewer';

export type Encoding = 'br' | 'gzip';

export interface CacheKey {
  text: string;
  /** Path and query as invalidations name them. */
  path: string;
  /** What the viewer accepts, as far as the policy cares; best first. */
  encodings: readonly Encoding[];
}

/** The key under which an answer is kept: exactly what the cache policy names. */
export function cacheKeyOf(
  behavior: BehaviorConfig,
  request: EdgeRequest,
  viewer: Viewer,
): CacheKey {
  const { cachePolicy } = behavior;
  const encodings = encodingsOf(behavior, first(request.headers, 'accept-encoding'));
  const query = selectQuery(request.querystring, cachePolicy.query);
  const headers = cachePolicy.headers.map((name) => [
    name,
    first(viewer.headers, name) ?? first(request.headers, name) ?? null,
  ]);
  const cookies = selectCookies(first(request.headers, 'cookie'), cachePolicy.cookies) ?? '';
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  return {
    text: JSON.stringify([method, request.uri, query, headers, cookies, encodings]),
    path: query === '' ? request.uri : `${request.uri}?${query}`,
    encodings,
  };
}

function encodingsOf({ cachePolicy }: BehaviorConfig, accept = ''): Encoding[] {
  const accepted = accept
    .split(',')
    .map((each) => each.trim().split(/\s*;\s*/))
    .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ''))
    .map(([name]) => name);
  const wanted: Encoding[] = [];
  if (cachePolicy.brotli && accepted.includes('br')) wanted.push('br');
  if (cachePolicy.gzip && accepted.includes('gzip')) wanted.push('gzip');
  return wanted;
}
