import {
  CATEGORIES as CONTRACT_CATEGORIES,
  ServiceQuery,
  SORTS,
} from '@marketplace/services/catalog/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../categories';
import { apiQuery, pageQuery, parseSearch, type SearchState, searchHref } from './search-state';

const hundredths = (low: number, high: number) =>
  fc.integer({ min: low * 100, max: high * 100 }).map((whole) => whole / 100);

const anyState: fc.Arbitrary<SearchState> = fc.record(
  {
    q: fc
      .string({ minLength: 1, maxLength: 40 })
      .map((text) => text.trim())
      .filter(Boolean),
    category: fc.constantFrom(...CATEGORIES),
    near: fc.record({ lat: hundredths(-90, 90), lon: hundredths(-180, 180) }),
    radiusKm: fc.integer({ min: 1, max: 500 }),
    minPriceMinor: fc.integer({ min: 1, max: 1e9 }),
    maxPriceMinor: fc.integer({ min: 0, max: 1e9 }),
    maxDurationMin: fc.integer({ min: 1, max: 1440 }),
    availableOn: fc.constantFrom('2026-11-24', '2028-02-29'),
    minRating: fc.constantFrom(3.5, 4, 4.5, 5),
    sort: fc.constantFrom(...SORTS),
  },
  { requiredKeys: [] },
);

describe('a search and its URL', () => {
  it('are the same thing: what is written is read back', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const url = new URL(searchHref(state), 'https://market.example');
        expect(parseSearch(Object.fromEntries(url.searchParams))).toEqual(normal(state));
      }),
    );
  });

  it('always asks the service something that its contract accepts', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(ServiceQuery.safeParse(apiQuery(state)).success).toBe(true);
      }),
    );
  });

  it('drops whatever a mangled link contains', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'q',
            'category',
            'near',
            'radiusKm',
            'minPrice',
            'maxPrice',
            'maxDuration',
            'availableOn',
            'rating',
            'sort',
            'x',
          ),
          fc.string(),
        ),
        (query) => {
          expect(ServiceQuery.safeParse(apiQuery(parseSearch(query))).success).toBe(true);
        },
      ),
    );
    expect(
      parseSearch({ availableOn: '2026-02-30', near: '91,0', sort: 'best', rating: '9' }),
    ).toEqual({});
  });

  it('has one spelling, whatever the order things were chosen in', () => {
    const one = searchHref({ q: 'cut', category: 'hair', sort: 'price' });
    expect(searchHref({ sort: 'price', category: 'hair', q: 'cut' })).toBe(one);
    expect(one).toBe('/search?category=hair&q=cut&sort=price');
    expect(searchHref({})).toBe('/search');
  });

  it('measures no distances without a place to measure from', () => {
    expect(parseSearch({ radiusKm: '10', sort: 'distance' })).toEqual({});
    expect(searchHref({ radiusKm: 10, sort: 'distance' })).toBe('/search');
  });

  it('names prices and rating for people, and asks for them by the names of the service', () => {
    const state = { minPriceMinor: 1000, minRating: 4.5, maxDurationMin: 60 };
    expect(pageQuery(state)).toEqual({ maxDuration: '60', minPrice: '1000', rating: '4.5' });
    expect(apiQuery(state)).toEqual({ maxDuration: '60', minPrice: '1000', minRating: '4.5' });
  });
});

describe('the categories on screen', () => {
  it('are exactly those of the contract', () => {
    expect([...CATEGORIES].sort()).toEqual([...CONTRACT_CATEGORIES].sort());
  });
});

/** What a link can say of a state: no −0, and no distances from nowhere. */
function normal({ near, radiusKm, sort, ...state }: SearchState): SearchState {
  const distances = near && {
    near: { lat: near.lat + 0, lon: near.lon + 0 },
    ...(radiusKm && { radiusKm }),
  };
  return { ...state, ...distances, ...(sort && (near || sort !== 'distance') && { sort }) };
}
