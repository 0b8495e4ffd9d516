import { describe, expect, it } from 'vitest';
import { marketOf } from './market-of';

describe('the market of a request', () => {
  it.each([
    ['the one it names', { 'x-market': 'gb', 'cloudfront-viewer-country': 'DE' }, 'jp', 'jp'],
    [
      "else the edge's choice",
      { 'x-market': 'gb', 'cloudfront-viewer-country': 'DE' },
      undefined,
      'gb',
    ],
    ["else the viewer's country", { 'cloudfront-viewer-country': 'AT' }, undefined, 'de'],
    ['else the default one', {}, undefined, 'us'],
    ['never one that does not exist', { 'x-market': 'zz' }, undefined, 'us'],
  ] as const)('is %s', (_, headers, named, expected) => {
    expect(marketOf(new Headers(headers), named)).toBe(expected);
  });
});
