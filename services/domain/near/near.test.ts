import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type NearProvider,
  type NearSnapshot,
  nearestProviders,
  nextStartMs,
  parseNearSnapshot,
  parseRoundedPlace,
  roundedPlace,
} from './index';

describe('a rounded place', () => {
  it.each([
    ['52.5200', '13.4050', '52.5,13.4'],
    ['-33.8688', '151.2093', '-33.9,151.2'],
    ['-0.04', '0.04', '0.0,0.0'],
  ])('of %s and %s is %s', (lat, lon, text) => expect(roundedPlace(lat, lon)).toBe(text));

  it.each([
    [undefined, '1'],
    ['', ''],
    ['91', '0'],
    ['0', '181'],
    ['x', '1'],
    ['1;DROP', '2'],
    ['Infinity', '0'],
  ])('is none for %s and %s', (lat, lon) => expect(roundedPlace(lat, lon)).toBeUndefined());

  it('is read back as it was written, and nothing else is', () => {
    const degrees = (max: number) => fc.double({ min: -max, max, noNaN: true }).map(String);
    fc.assert(
      fc.property(degrees(90), degrees(180), (lat, lon) => {
        const text = roundedPlace(lat, lon);
        const place = parseRoundedPlace(text);
        expect(roundedPlace(String(place?.lat), String(place?.lon))).toBe(text);
      }),
    );
    for (const text of [undefined, '', '52.52,13.4', '95.0,1.0', '1.0,200.0', '1.0,2.0,3.0']) {
      expect(parseRoundedPlace(text)).toBeUndefined();
    }
  });
});

const at = (slug: string, lat: number, lon: number) => ({ slug, lat, lon }) as NearProvider;

describe('the nearest providers', () => {
  const snapshot = {
    version: 1,
    market: 'de',
    providers: {
      a: at('potsdam', 52.4, 13.06),
      b: at('mitte', 52.52, 13.4),
      c: at('alsomitte', 52.52, 13.4),
      d: at('hamburg', 53.55, 9.99),
    },
  } satisfies NearSnapshot;
  const slugsAround = (radiusKm: number, limit = 9) =>
    nearestProviders(snapshot, { place: { lat: 52.5, lon: 13.4 }, radiusKm, limit }).map(
      ({ provider }) => provider.slug,
    );

  it('come by distance, within the radius, and no more than asked for', () => {
    expect(slugsAround(30)).toEqual(['alsomitte', 'mitte', 'potsdam']);
    expect(slugsAround(10)).toEqual(['alsomitte', 'mitte']);
    expect(slugsAround(500, 1)).toEqual(['alsomitte']);
  });

  it('start at the first time that notice still allows', () => {
    const service = { startsMs: [60_000, 120_000, 600_000], minNoticeMin: 1 } as never;
    expect(nextStartMs(service, 0)).toBe(60_000);
    expect(nextStartMs(service, 1)).toBe(120_000);
    expect(nextStartMs(service, 600_000)).toBeNull();
  });
});

it.each(['null', '[]', '{}', '{"version":2}', '{"version":1,"market":"us","providers":{}}', '"x"'])(
  'takes %s for no snapshot of a market',
  (text) => expect(() => parseNearSnapshot(text, 'de')).toThrow(),
);
