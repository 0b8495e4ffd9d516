/** Market of the page, set by the edge on every request to the shell. */
export const MARKET_HEADER = 'x-market';
/** `1` where the page's address names its market, `/de/…`: then its links do as well. */
export const MARKET_PATH_HEADER = 'x-market-path';
/** BCP 47 locale of the market, set on the way to the origin. */
export const MARKET_LOCALE_HEADER = 'x-market-locale';
/** ISO 4217 currency of the market, set on the way to the origin. */
export const MARKET_CURRENCY_HEADER = 'x-market-currency';
/** Releases the page must be rendered with; see `formatReleases`. */
export const RELEASES_HEADER = 'x-mf-releases';
/**
 * What our distribution may cache of a page the shell answers `no-store`. Not `x-edge-…`: CloudFront
 * never shows headers of that name to edge functions.
 */
export const PAGE_CACHE_CONTROL_HEADER = 'x-page-cache-control';
/** The visitor's own choice of market; it wins over the country. */
export const MARKET_COOKIE = 'em_market';
