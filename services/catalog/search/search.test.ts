import { describe, expect, it } from 'vitest';
import type { ServiceQuery } from '../contract';
import { anIndex, anIndexedProvider, anIndexedService } from '../testing/indexed';
import type { MarketIndex } from './market-index';
import { type FoundPage, search } from './search';

const MONDAY_MS = Date.parse('2026-06-01T06:00:00.000Z');

function found(index: MarketIndex, query: ServiceQuery = {}): FoundPage {
  const page = search(index, query, MONDAY_MS);
  if (page === 'INVALID_CURSOR') throw new Error(page);
  return page;
}

function titles(index: MarketIndex, query: ServiceQuery): string[] {
  return found(index, query).entries.map(({ service }) => service.title);
}

function priced(...prices: number[]) {
  return anIndexedProvider({
    services: prices.map((priceMinor) =>
      anIndexedService({ priceMinor, title: `For ${priceMinor}` }),
    ),
  });
}

describe('text', () => {
  const index = anIndex(
    anIndexedProvider({
      name: 'Zoë Müller',
      services: [
        anIndexedService({ title: 'Balayage & gloss' }),
        anIndexedService({ title: "Men's cut" }),
      ],
    }),
    anIndexedProvider({
      name: 'Ruhepol',
      city: 'Hamburg',
      services: [anIndexedService({ title: 'Deep tissue, 60 minutes', category: 'massage' })],
    }),
  );

  it.each([
    ['balayage', ['Balayage & gloss']],
    ['BALAY', ['Balayage & gloss']],
    ['baliyage', ['Balayage & gloss']],
    ['mens cut', ["Men's cut"]],
    ['zoe muller gloss', ['Balayage & gloss']],
    ['massage in hamburg', ['Deep tissue, 60 minutes']],
    ['entspannung', ['Deep tissue, 60 minutes']],
    ['deep balayage', []],
    ['xylophone', []],
  ])('finds by %s', (q, expected) => {
    expect(titles(index, { q })).toEqual(expected);
  });

  it('shows everything for a text without words', () => {
    expect(found(index, { q: ' … & ' }).total).toBe(3);
  });

  it('puts a match in the title before one in the category', () => {
    const both = anIndex(
      anIndexedProvider({ services: [anIndexedService({ title: 'Trim', category: 'hair' })] }),
      anIndexedProvider({ services: [anIndexedService({ title: 'Haircut', category: 'pets' })] }),
    );
    expect(titles(both, { q: 'haircut' })).toEqual(['Haircut', 'Trim']);
  });

  it('forgets what a newer snapshot no longer holds', () => {
    const changing = anIndex(anIndexedProvider({ id: 'a', name: 'Before' }));
    changing.load({
      version: 1,
      market: 'de',
      providers: { b: anIndexedProvider({ name: 'After' }) },
    });
    expect(found(changing, { q: 'before' }).total).toBe(0);
    expect(found(changing, { q: 'after' }).total).toBe(1);
  });
});

describe('filters', () => {
  it('keeps prices within both bounds, bounds included', () => {
    const index = anIndex(priced(1000, 2000, 3000));
    expect(titles(index, { minPrice: 1000, maxPrice: 2000, sort: 'price' })).toEqual([
      'For 1000',
      'For 2000',
    ]);
  });

  it('keeps services up to a duration, and providers from a rating', () => {
    const index = anIndex(
      anIndexedProvider({
        rating: 4.9,
        services: [anIndexedService({ title: 'Long', durationMin: 90 })],
      }),
      anIndexedProvider({
        rating: 4.1,
        services: [anIndexedService({ title: 'Short', durationMin: 30 })],
      }),
      anIndexedProvider({ rating: null, services: [anIndexedService({ title: 'New' })] }),
    );
    expect(titles(index, { maxDuration: 45 })).toEqual(['Short']);
    expect(titles(index, { minRating: 4.5 })).toEqual(['Long']);
  });

  it('keeps what is within the radius, by the great circle', () => {
    const index = anIndex(
      anIndexedProvider({ services: [anIndexedService({ title: 'Here' })] }),
      anIndexedProvider({
        lat: 52.4,
        lon: 13.06,
        services: [anIndexedService({ title: 'Potsdam' })],
      }),
    );
    expect(titles(index, { near: '52.52,13.405', radiusKm: 20 })).toEqual(['Here']);
    expect(titles(index, { near: '52.52,13.405', radiusKm: 30 })).toEqual(['Here', 'Potsdam']);
  });

  it('keeps services with a free start on that date of the provider', () => {
    const closedMondays = [{ days: [2, 3, 4, 5, 6, 7], start: '09:00', end: '17:00' }];
    const index = anIndex(
      anIndexedProvider({ services: [anIndexedService({ title: 'Open' })] }),
      anIndexedProvider({
        rules: closedMondays,
        services: [anIndexedService({ title: 'Closed' })],
      }),
    );
    expect(titles(index, { availableOn: '2026-06-01' })).toEqual(['Open']);
    expect(found(index, { availableOn: '2026-06-02' }).total).toBe(2);
    expect(found(index, { availableOn: '2026-05-31' }).total).toBe(0);
  });
});

describe('facets', () => {
  it('count what each choice would show, without the filter they offer to change', () => {
    const index = anIndex(
      priced(1000, 2000),
      anIndexedProvider({
        services: [anIndexedService({ category: 'massage', priceMinor: 9000 })],
      }),
    );
    const page = found(index, { category: 'hair', maxPrice: 1500 });
    expect(page.total).toBe(1);
    expect(page.facets).toEqual({
      categories: { hair: 1 },
      price: { minMinor: 1000, maxMinor: 2000 },
    });
    expect(found(index, { category: 'hair' }).facets.categories).toEqual({ hair: 2, massage: 1 });
  });

  it('have no price range when nothing is found', () => {
    expect(found(anIndex(), {}).facets).toEqual({ categories: {}, price: null });
  });
});

describe('order', () => {
  it('sorts by price both ways', () => {
    const index = anIndex(priced(2000, 1000, 3000));
    expect(titles(index, { sort: 'price' })).toEqual(['For 1000', 'For 2000', 'For 3000']);
    expect(titles(index, { sort: '-price' })).toEqual(['For 3000', 'For 2000', 'For 1000']);
  });

  it('sorts by rating, without reviews last', () => {
    const index = anIndex(
      ...[4.2, null, 4.8].map((rating) =>
        anIndexedProvider({ rating, services: [anIndexedService({ title: String(rating) })] }),
      ),
    );
    expect(titles(index, { sort: 'rating' })).toEqual(['4.8', '4.2', 'null']);
  });

  it('sorts by the next free time, never free last', () => {
    const index = anIndex(
      anIndexedProvider({ rules: [], services: [anIndexedService({ title: 'Never' })] }),
      anIndexedProvider({
        services: [anIndexedService({ title: 'Tomorrow', minNoticeMin: 1440 })],
      }),
      anIndexedProvider({ services: [anIndexedService({ title: 'Today' })] }),
    );
    expect(titles(index, { sort: 'nextFree' })).toEqual(['Today', 'Tomorrow', 'Never']);
  });

  it('shows one service of every provider before a second of anybody', () => {
    const index = anIndex(
      anIndexedProvider({
        rating: 5,
        ratingCount: 500,
        services: [anIndexedService({ title: 'A1' }), anIndexedService({ title: 'A2' })],
      }),
      anIndexedProvider({
        rating: 3,
        ratingCount: 500,
        services: [anIndexedService({ title: 'B1' })],
      }),
    );
    expect(titles(index, {})).toEqual(['A1', 'B1', 'A2']);
  });
});

describe('pages', () => {
  it('shows each service once, in the same order as one long page', () => {
    const index = anIndex(priced(300, 100, 100, 200, 100), priced(100, 50));
    const whole = found(index, { sort: 'price' }).entries;
    const paged = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = found(index, { sort: 'price', limit: 2, ...(cursor && { cursor }) });
      expect(page.total).toBe(7);
      paged.push(...page.entries);
      cursor = page.nextCursor;
      more = cursor !== undefined;
    }
    expect(paged).toEqual(whole);
  });

  it('goes on behind the last one shown when others appear or vanish', () => {
    const provider = priced(100, 200, 300, 400);
    const index = anIndex(provider);
    const first = found(index, { sort: 'price', limit: 2 });
    const [, second, third, fourth] = provider.services;
    if (!second || !third || !fourth || !first.nextCursor) throw new Error('Incomplete data');
    const cheaper = anIndexedService({ priceMinor: 50 });
    index.load({
      version: 1,
      market: 'de',
      providers: { [provider.id]: { ...provider, services: [cheaper, second, third, fourth] } },
    });
    expect(titles(index, { sort: 'price', limit: 2, cursor: first.nextCursor })).toEqual([
      'For 300',
      'For 400',
    ]);
  });

  it('refuses a cursor that is made up, altered or of another query', () => {
    const index = anIndex(priced(100, 200, 300));
    const { nextCursor = '' } = found(index, { sort: 'price', limit: 1 });
    const refused = (query: ServiceQuery) => search(index, query, MONDAY_MS) === 'INVALID_CURSOR';
    expect(refused({ sort: 'price', cursor: nextCursor })).toBe(false);
    expect(refused({ sort: '-price', cursor: nextCursor })).toBe(true);
    expect(refused({ sort: 'price', q: 'cut', cursor: nextCursor })).toBe(true);
    expect(refused({ sort: 'price', cursor: `${nextCursor.slice(0, -4)}AAAA` })).toBe(true);
    for (const cursor of ['nonsense', 'e30', '💥', '0']) {
      expect(refused({ sort: 'price', cursor })).toBe(true);
    }
  });
});
