import { type City, citiesOf } from './cities';
import { COUNTRIES, MARKET_CODES, type MarketCode } from './countries';
import { LOCALES } from './locales';

export interface Market {
  code: MarketCode;
  /** English name; screens translate by code. */
  name: string;
  /** ISO 3166-1 alpha-2; empty for `row`, which takes whatever the others do not. */
  countries: readonly string[];
  /** ISO 4217, the currency its services are listed in. */
  currency: string;
  /** BCP 47, for formats; the language of the texts is a separate choice. */
  locale: string;
  distanceUnit: 'km' | 'mi';
  /** ISO weekday, 1 = Monday … 7 = Sunday. */
  firstDayOfWeek: 1 | 7;
  city: City;
  cities: readonly City[];
}

type Habits = Pick<Market, 'name' | 'currency' | 'distanceUnit' | 'firstDayOfWeek'>;

const HABITS: Record<MarketCode, Habits> = {
  us: habits('United States', 'USD', 'mi', 7),
  gb: habits('United Kingdom', 'GBP', 'mi', 1),
  de: habits('Germany & Austria', 'EUR', 'km', 1),
  fr: habits('France', 'EUR', 'km', 1),
  es: habits('Spain', 'EUR', 'km', 1),
  ch: habits('Switzerland', 'CHF', 'km', 1),
  jp: habits('Japan', 'JPY', 'km', 7),
  au: habits('Australia', 'AUD', 'km', 1),
  ca: habits('Canada', 'CAD', 'km', 7),
  br: habits('Brazil', 'BRL', 'km', 7),
  in: habits('India', 'INR', 'km', 7),
  row: habits('Rest of the world', 'USD', 'km', 1),
};

/** Every market by its code. */
export const MARKETS: Record<MarketCode, Market> = {
  us: market('us'),
  gb: market('gb'),
  de: market('de'),
  fr: market('fr'),
  es: market('es'),
  ch: market('ch'),
  jp: market('jp'),
  au: market('au'),
  ca: market('ca'),
  br: market('br'),
  in: market('in'),
  row: market('row'),
};

/** Every market, in the order the picker shows them. */
export const MARKET_LIST: readonly Market[] = MARKET_CODES.map((code) => MARKETS[code]);

function market(code: MarketCode): Market {
  const cities = citiesOf(code);
  const countries = COUNTRIES[code].split(' ').filter((country) => country !== '');
  return { code, countries, city: cities[0], cities, locale: LOCALES[code], ...HABITS[code] };
}

function habits(
  name: string,
  currency: string,
  distanceUnit: 'km' | 'mi',
  firstDayOfWeek: 1 | 7,
): Habits {
  return { name, currency, distanceUnit, firstDayOfWeek };
}
