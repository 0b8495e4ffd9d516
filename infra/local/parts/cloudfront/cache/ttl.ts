import type { CachePolicy, ErrorResponse } from '../config/types';
import { first, type HeaderMap } from '../http/headers';

export interface Lifetime {
  /** How long the answer is served without asking; 0 is not at all. */
  freshSeconds: number;
  /** How long after that it is still served while a new one is fetched. */
  staleWhileRevalidateSeconds: number;
  /** How long after that it stands in for an origin that fails. */
  staleIfErrorSeconds: number;
  isStorable: boolean;
}

const NOT_STORED: Lifetime = {
  freshSeconds: 0,
  staleWhileRevalidateSeconds: 0,
  staleIfErrorSeconds: 0,
  isStorable: false,
};

const DEFAULT_ERROR_TTL_SECONDS = 10;
const ALWAYS_CACHED_ERRORS = new Set([404, 410, 414, 500, 501, 502, 503, 504]);
const NEVER_CACHED = new Set([206, 416]);

/** How long an answer lives in the cache, by CloudFront's rules for a cache policy. */
export function lifetimeOf(
  policy: CachePolicy,
  status: number,
  headers: HeaderMap,
  errors: ReadonlyMap<number, ErrorResponse>,
  nowMs: number,
): Lifetime {
  if (policy.maxTtlSeconds === 0 || NEVER_CACHED.has(status)) return NOT_STORED;
  if (first(headers, 'vary')?.trim() === '*') return NOT_STORED;
  const control = directivesOf(first(headers, 'cache-control'));
  const declared = declaredSeconds(control, headers, nowMs);
  if (status >= 400) return errorLifetime(policy, status, declared, errors);
  const isForbidden = ['no-store', 'no-cache', 'private'].some((name) => control.has(name));
  if (isForbidden && policy.minTtlSeconds === 0) return NOT_STORED;
  const wanted = isForbidden ? policy.minTtlSeconds : (declared ?? policy.defaultTtlSeconds);
  const freshSeconds = clamp(wanted, policy);
  const canRevalidate = first(headers, 'etag') ?? first(headers, 'last-modified');
  const stale = staleSeconds(control, policy.maxTtlSeconds - freshSeconds);
  return {
    ...stale,
    freshSeconds,
    isStorable: freshSeconds > 0 || (declared !== undefined && canRevalidate !== undefined),
  };
}

function errorLifetime(
  policy: CachePolicy,
  status: number,
  declared: number | undefined,
  errors: ReadonlyMap<number, ErrorResponse>,
): Lifetime {
  if (!ALWAYS_CACHED_ERRORS.has(status) && declared === undefined) return NOT_STORED;
  const minimum = errors.get(status)?.minTtlSeconds ?? DEFAULT_ERROR_TTL_SECONDS;
  const freshSeconds = Math.min(Math.max(declared ?? 0, minimum), policy.maxTtlSeconds);
  return { ...NOT_STORED, freshSeconds, isStorable: freshSeconds > 0 };
}

/** Without directives CloudFront keeps a stale answer for a failing origin as long as it has it. */
function staleSeconds(control: Map<string, string>, maxSeconds: number) {
  const isStrict = control.has('must-revalidate') || control.has('proxy-revalidate');
  const limit = (value: number) => Math.max(0, Math.min(value, maxSeconds));
  const whileRevalidate = isStrict ? 0 : Number(control.get('stale-while-revalidate') ?? 0);
  const ifError = isStrict ? 0 : Number(control.get('stale-if-error') ?? maxSeconds);
  return {
    staleWhileRevalidateSeconds: limit(whileRevalidate),
    staleIfErrorSeconds: limit(ifError),
  };
}

function declaredSeconds(control: Map<string, string>, headers: HeaderMap, nowMs: number) {
  const age = control.get('s-maxage') ?? control.get('max-age');
  if (age !== undefined && /^\d+$/.test(age)) return Number(age);
  const expires = first(headers, 'expires');
  if (expires === undefined) return undefined;
  const expiresMs = Date.parse(expires);
  return Number.isNaN(expiresMs) ? 0 : Math.max(0, Math.round((expiresMs - nowMs) / 1000));
}

/** Directives of a Cache-Control header by lower-case name. */
export function directivesOf(header = ''): Map<string, string> {
  return new Map(
    header
      .split(',')
      .map((part) => part.trim().toLowerCase())
      .filter((part) => part !== '')
      .map((part) => {
        const [name = '', value = ''] = part.split('=');
        return [name.trim(), value.trim().replaceAll('"', '')] as const;
      }),
  );
}

function clamp(seconds: number, { minTtlSeconds, maxTtlSeconds }: CachePolicy): number {
  return Math.min(Math.max(seconds, minTtlSeconds), maxTtlSeconds);
}
