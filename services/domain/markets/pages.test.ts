import { describe, expect, it } from 'vitest';
import { alternatesOf, MARKET_CODES, marketPath, unprefixedPath } from './index';

describe('the pages of a market', () => {
  it.each([
    ['/', '/de'],
    ['/?page=2', '/de?page=2'],
    ['/p/studio-linde', '/de/p/studio-linde'],
    ['/search?q=hair', '/de/search?q=hair'],
  ])('have %s at %s, and back', (path, prefixed) => {
    expect(marketPath('de', path)).toBe(prefixed);
    expect(unprefixedPath('/de/p/x')).toBe('/p/x');
    expect(unprefixedPath('/de')).toBe('/');
  });

  it('are told from paths that only begin like a market', () => {
    expect(unprefixedPath('/p/de')).toBe('/p/de');
    expect(unprefixedPath('/degree')).toBe('/degree');
    expect(unprefixedPath('/xx/p/x')).toBe('/xx/p/x');
  });

  it('name each other, one for each kind of reader, and one for all the others', () => {
    const alternates = alternatesOf('/p/x');
    expect(new Set(alternates.map(({ hreflang }) => hreflang)).size).toBe(MARKET_CODES.length + 1);
    expect(alternates).toContainEqual({ hreflang: 'de-CH', path: '/ch/p/x' });
    expect(alternates).toContainEqual({ hreflang: 'en-JP', path: '/jp/p/x' });
    expect(alternates).toContainEqual({ hreflang: 'en', path: '/row/p/x' });
    expect(alternates.at(-1)).toEqual({ hreflang: 'x-default', path: '/p/x' });
  });
});
