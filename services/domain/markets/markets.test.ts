import { describe, expect, it } from 'vitest';
import { isMarketCode, MARKET_CODES, MARKET_LIST, MARKETS, marketForCountry } from './index';

describe('markets', () => {
  it('puts each country in exactly one market', () => {
    const countries = MARKET_LIST.flatMap((market) => market.countries);
    expect(new Set(countries).size).toBe(countries.length);
    for (const market of MARKET_LIST) {
      for (const country of market.countries) expect(marketForCountry(country)).toBe(market.code);
    }
  });

  it('sends every other, missing or malformed country to the rest of the world', () => {
    for (const country of ['SE', 'T1', '', ' ', 'S P', 'USA', undefined]) {
      expect(marketForCountry(country)).toBe('row');
    }
  });

  it('reads countries in any case', () => {
    expect(marketForCountry('de')).toBe('de');
  });

  it('offers at least five cities, each with a zone the runtime knows', () => {
    for (const code of MARKET_CODES) {
      const { cities, city } = MARKETS[code];
      expect(cities.length).toBeGreaterThanOrEqual(5);
      expect(cities[0]).toEqual(city);
      for (const { timeZone } of cities) {
        expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
      }
    }
  });

  it('knows a market code from anything else', () => {
    expect(isMarketCode('jp')).toBe(true);
    expect(isMarketCode('JP')).toBe(false);
    expect(isMarketCode(undefined)).toBe(false);
  });
});
