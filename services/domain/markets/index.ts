export type { City } from './cities';
export { isMarketCode, MARKET_CODES, type MarketCode, marketForCountry } from './countries';
export { MARKET_LIST, MARKETS, type Market } from './markets';
