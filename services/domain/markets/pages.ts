import { isMarketCode, MARKET_CODES, type MarketCode } from './countries';
import { languageOf } from './languages';
import { LOCALES } from './locales';

const PREFIX = /^\/([a-z]+)(?=\/|$)/;

/** The address of a page for one market: `/p/x` → `/de/p/x`, `/` → `/de`. */
export function marketPath(market: MarketCode, path: string): string {
  return pathUnder(`/${market}`, path);
}

/** The address of a page among those that begin alike, e.g. with `/de`; with nothing, the path as it is. */
export function pathUnder(prefix: string, path: string): string {
  const isHome = path === '/' || path.startsWith('/?');
  return prefix !== '' && isHome ? `${prefix}${path.slice(1)}` : `${prefix}${path}`;
}

/** The address of the same page for everybody: `/de/p/x` → `/p/x`. Other paths stay as they are. */
export function unprefixedPath(path: string): string {
  const [prefix, market] = PREFIX.exec(path) ?? [];
  if (prefix === undefined || !isMarketCode(market)) return path;
  return path.slice(prefix.length) || '/';
}

export interface PageAlternate {
  /** Language and region of the readers, as in `hreflang`; `x-default` for whoever is in none. */
  hreflang: string;
  path: string;
}

/** One page for every market, and the address that picks by country for the rest. */
export function alternatesOf(path: string): PageAlternate[] {
  const markets = MARKET_CODES.map((code) => ({
    hreflang: readersOf(code),
    path: marketPath(code, path),
  }));
  return [...markets, { hreflang: 'x-default', path }];
}

/** Language of a market's texts, and its region: `de-CH`, `en-JP`. */
function readersOf(market: MarketCode): string {
  const locale = LOCALES[market];
  const { region } = new Intl.Locale(locale);
  return region ? `${languageOf(locale)}-${region}` : languageOf(locale);
}
