import { expect, it } from 'vitest';
import { languageOf, languageOfMarket, MARKET_LIST } from './index';

it('speaks to each market in its own language where there are texts, and else in English', () => {
  const spoken = MARKET_LIST.map(({ code, locale }) => [code, languageOf(locale)]);
  expect(Object.fromEntries(spoken)).toEqual({
    us: 'en',
    gb: 'en',
    de: 'de',
    fr: 'fr',
    es: 'es',
    ch: 'de',
    jp: 'en',
    au: 'en',
    ca: 'en',
    br: 'en',
    in: 'en',
    row: 'en',
  });
});

it('speaks so to a market of which only the code is known, and in English to who is in none', () => {
  for (const { code, locale } of MARKET_LIST)
    expect(languageOfMarket(code)).toBe(languageOf(locale));
  expect([languageOfMarket('xx'), languageOfMarket(undefined)]).toEqual(['en', 'en']);
});
