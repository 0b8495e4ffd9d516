export type { City } from './cities';
export { isMarketCode, MARKET_CODES, type MarketCode, marketForCountry } from './countries';
export { displayLocale, LANGUAGES, type Language, languageOf, languageOfMarket } from './languages';
export { MARKET_LIST, MARKETS, type Market } from './markets';
export { alternatesOf, marketPath, type PageAlternate, pathUnder, unprefixedPath } from './pages';
