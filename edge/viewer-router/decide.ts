import {
  ACCESS_COOKIE,
  canonicalPath,
  isForgedHeader,
  isProtectedPath,
  pagePathOf,
} from '@marketplace/services/domain/identity';
import { isMarketCode, marketForCountry } from '@marketplace/services/domain/markets';
import { NEAR_PATH, NEAR_PLACE_HEADER, roundedPlace } from '@marketplace/services/domain/near';
import {
  BUCKET_COOKIE,
  bucketOf,
  formatReleases,
  isOverrideLike,
  MARKET_COOKIE,
  MARKET_HEADER,
  MARKET_PATH_HEADER,
  OVERRIDE_COOKIE,
  OVERRIDE_HEADER,
  OVERRIDE_SESSION_HEADER,
  pickReleases,
  RELEASES_HEADER,
  type ReleaseRecords,
} from '@marketplace/services/domain/releases';
import { formatQuery, type QueryEntry, reduceQuery } from './query';

export interface PublicRequest {
  /** As the viewer sent it, still escaped. */
  path: string;
  query: QueryEntry[];
  /** Names in lower case. */
  headerNames: string[];
  ip: string;
  userAgent: string;
  country: string | undefined;
  latitude: string | undefined;
  longitude: string | undefined;
  cookie: (name: string) => string | undefined;
}

export type RouterDecision =
  | {
      kind: 'pass';
      path: string;
      query: QueryEntry[];
      drop: string[];
      set: Record<string, string>;
    }
  | { kind: 'redirect'; location: string }
  | { kind: 'deny'; status: 400 | 404 };

/** Never cached: they read their query whole, and only under their own path. */
const UNCACHED = /^\/(api|auth|b|legal)(\/|$)/;

const PREFIX = /^(\/_next\/data\/[^/]+)?\/([a-z]{2,3})(\/.*|\.json)?$/;

/**
 * What becomes of a request to a public page: its market, its releases and the query that counts.
 * A protected or uncached path that arrives here in disguise is sent to its own behaviour.
 */
export function decide(request: PublicRequest, records: ReleaseRecords): RouterDecision {
  const canonical = canonicalPath(request.path);
  if (canonical === undefined) return { kind: 'deny', status: 400 };
  const prefixed = splitMarket(request.path);
  const target = canonicalPath(prefixed.path);
  if (target === undefined) return { kind: 'deny', status: 400 };
  const isLocked = isProtectedPath(canonical) || isProtectedPath(target);
  const isUncached = UNCACHED.test(pagePathOf(target));
  const isPage = !isUncached && !target.startsWith('/api/');
  const isNear = target === NEAR_PATH;
  const query = isPage ? reduceQuery(isNear ? [] : request.query) : request.query;
  const ownPath = encodeURI(target);
  if (isLocked && request.path === ownPath) return { kind: 'deny', status: 404 };
  if (request.path !== ownPath && (isLocked || isUncached)) return sendTo(ownPath, query);
  const named = prefixed.market || (isNear && marketOfPage(request)) || '';
  const market = named || chosenMarket(request);
  const bucket = bucketOf(request.cookie(BUCKET_COOKIE), request.ip, request.userAgent);
  const set: Record<string, string> = {};
  set[MARKET_HEADER] = market;
  if (isPage && named !== '') set[MARKET_PATH_HEADER] = '1';
  const releases = formatReleases(pickReleases(records, bucket));
  if (releases !== '') set[RELEASES_HEADER] = releases;
  const place = isNear ? placeWithin(market, request) : undefined;
  if (place !== undefined) set[NEAR_PLACE_HEADER] = place;
  if (isPage) wishOf(request, set);
  const drop = request.headerNames.filter(isForgedHeader);
  return { kind: 'pass', path: prefixed.path, query, drop, set };
}

/**
 * A team member's override goes to the shell, which verifies it, together with who asks. Both are
 * in the cache key: such a page is never answered from another's, nor kept for another.
 */
function wishOf(request: PublicRequest, set: Record<string, string>): void {
  const wish = request.cookie(OVERRIDE_COOKIE);
  if (!isOverrideLike(wish)) return;
  set[OVERRIDE_HEADER] = wish;
  set[OVERRIDE_SESSION_HEADER] = request.cookie(ACCESS_COOKIE) || 'none';
}

/** The market that the address of the page names which asks for a fragment: pages below `/fr/…` say so. */
function marketOfPage(request: PublicRequest): string | undefined {
  const asked = request.query.find((entry) => entry.name === 'market');
  const market = asked === undefined ? undefined : asked.values[0];
  return isMarketCode(market) ? market : undefined;
}

function chosenMarket(request: PublicRequest): string {
  const choice = request.cookie(MARKET_COOKIE);
  return isMarketCode(choice) ? choice : marketForCountry(request.country);
}

/** The visitor's rounded place, unless the storefront is another country's: then its own cities are near. */
function placeWithin(market: string, request: PublicRequest): string | undefined {
  if (marketForCountry(request.country) !== market) return undefined;
  return roundedPlace(request.latitude, request.longitude);
}

/** Takes `/{market}` off a path, also inside Next's data requests. */
function splitMarket(path: string): { market: string; path: string } {
  const match = PREFIX.exec(path);
  const market = match === null ? undefined : match[2];
  if (match === null || market === undefined || !isMarketCode(market)) return { market: '', path };
  const data = match[1] || '';
  const rest = match[3] || '/';
  if (rest === '.json') return { market, path: `${data}/index.json` };
  return { market, path: `${data}${data !== '' && rest === '/' ? '/index.json' : rest}` };
}

/** The same page under the path of its own behaviour. */
function sendTo(path: string, query: QueryEntry[]): RouterDecision {
  const text = formatQuery(query);
  return { kind: 'redirect', location: text === '' ? path : `${path}?${text}` };
}
