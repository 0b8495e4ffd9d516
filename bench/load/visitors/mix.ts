import { type Catalogue, PLACES } from './catalogue';

/** How often of a hundred requests each is made. */
export const MIX = { home: 50, search: 25, provider: 15, slots: 8, booking: 2 } as const;

export type Kind = keyof typeof MIX;
export const KINDS = Object.keys(MIX) as Kind[];

const WORDS = ['haircut', 'massage', 'yoga', 'piano', 'garden', 'photo', 'repair', 'lesson'];
/** One search in so many is one that many make; each other one is rare. */
const POPULAR_EVERY = 3;
const RARE_PRICES = 2_000;
const DAY_MS = 86_400_000;

/** Kinds in turn, spread over a hundred: the same order each time. */
export function kindAt(index: number): Kind {
  // 37 and 100 have no divisor in common: every place of the hundred is visited once.
  let place = (index * 37) % 100;
  for (const kind of KINDS) {
    place -= MIX[kind];
    if (place < 0) return kind;
  }
  return 'home';
}

/** What a visitor asks for; `index` makes neighbours differ. */
export function visitOf(kind: Exclude<Kind, 'booking'>, index: number, catalogue: Catalogue) {
  const { country } = PLACES[index % PLACES.length] ?? PLACES[0];
  const headers = {
    accept: 'text/html',
    'accept-encoding': 'gzip',
    'x-local-viewer': `country=${country}`,
  };
  return { method: 'GET', path: pathOf(kind, index, catalogue), headers } as const;
}

function pathOf(kind: Exclude<Kind, 'booking'>, index: number, catalogue: Catalogue): string {
  switch (kind) {
    case 'home':
      return '/';
    case 'search': {
      const word = WORDS[index % WORDS.length];
      const isPopular = index % POPULAR_EVERY === 0;
      return `/search?q=${word}${isPopular ? '' : `&maxPrice=${1_000 + ((index * 7) % RARE_PRICES)}`}`;
    }
    case 'provider':
      return `/p/${catalogue.slugs[(index * 13) % catalogue.slugs.length]}`;
    case 'slots': {
      const id = catalogue.serviceIds[(index * 17) % catalogue.serviceIds.length];
      const from = new Date();
      const to = new Date(from.getTime() + 21 * DAY_MS);
      const query = new URLSearchParams({ from: from.toISOString(), to: to.toISOString() });
      return `/api/booking/services/${id}/slots?${query}`;
    }
  }
}
