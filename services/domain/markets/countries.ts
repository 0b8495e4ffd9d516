/** Market codes in the order the market picker shows them; `row` is the rest of the world. */
export const MARKET_CODES = [
  'us',
  'gb',
  'de',
  'fr',
  'es',
  'ch',
  'jp',
  'au',
  'ca',
  'br',
  'in',
  'row',
] as const;

export type MarketCode = (typeof MARKET_CODES)[number];

/** ISO 3166-1 alpha-2 countries of each market; every other country belongs to `row`. */
export const COUNTRIES: Record<MarketCode, string> = {
  us: 'US PR VI GU',
  gb: 'GB IM JE GG',
  de: 'DE AT',
  fr: 'FR MC LU GP MQ RE',
  es: 'ES AD',
  ch: 'CH LI',
  jp: 'JP',
  au: 'AU',
  ca: 'CA',
  br: 'BR',
  in: 'IN',
  row: '',
};

/** The market of a viewer's country (any case); unknown and missing countries are `row`. */
export function marketForCountry(country: string | undefined): MarketCode {
  const wanted = (country ?? '').toUpperCase();
  if (!/^[A-Z]{2}$/.test(wanted)) return 'row';
  return MARKET_CODES.find((code) => COUNTRIES[code].includes(wanted)) ?? 'row';
}

/** Whether a path segment, header or cookie names a market. */
export function isMarketCode(value: string | undefined): value is MarketCode {
  return MARKET_CODES.some((code) => code === value);
}
