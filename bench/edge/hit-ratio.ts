import { MARKET_CODES, marketForCountry } from '@marketplace/services/domain/markets';

/** Sixty countries by their share of visits, the biggest first. */
const COUNTRIES =
  'US GB DE FR IN JP BR CA AU ES CH AT IT NL SE PL MX AR CL CO PT BE DK NO FI IE CZ GR RO HU TR IL AE SA ZA NG KE EG MA SG MY TH VN ID PH KR TW HK NZ UA RS HR SI SK BG LT LV EE IS LU'.split(
    ' ',
  );
const REQUESTS = 600_000;
const PER_SECOND = 120;
const PAGES_OF_A_MARKET = 1_500;
const SHARED_PAGES = 12;
/** Visits of the start page and of common searches, which every market has. */
const SHARED_SHARE = 0.3;
/** Visits of a provider or a service in another market than one's own. */
const ABROAD_SHARE = 0.03;
const FRESH_SECONDS = 60;
const STALE_SECONDS = 600;

export type KeyKind = 'market' | 'country' | 'none';

interface Visit {
  atSeconds: number;
  country: string;
  page: string;
}

/** Share of the requests that the edge answers from its cache, with each way of keying the same visits. */
export function hitRatios(): Record<KeyKind, number> {
  const visits = replay();
  const keys: Record<KeyKind, (country: string) => string> = {
    market: marketForCountry,
    country: (country) => country,
    none: () => '',
  };
  const ratioOf = (kind: KeyKind) => ratio(visits, keys[kind]);
  return { market: ratioOf('market'), country: ratioOf('country'), none: ratioOf('none') };
}

function ratio(visits: Visit[], partOf: (country: string) => string): number {
  const kept = new Map<string, number>();
  let hits = 0;
  for (const { atSeconds, country, page } of visits) {
    const key = `${partOf(country)} ${page}`;
    const ageSeconds = atSeconds - (kept.get(key) ?? Number.NEGATIVE_INFINITY);
    if (ageSeconds < FRESH_SECONDS + STALE_SECONDS) hits += 1;
    if (ageSeconds >= FRESH_SECONDS) kept.set(key, atSeconds);
  }
  return hits / visits.length;
}

function replay(): Visit[] {
  const random = seeded(20_261_122);
  const country = zipf(COUNTRIES.length, random);
  const page = zipf(PAGES_OF_A_MARKET, random);
  const shared = zipf(SHARED_PAGES, random);
  return Array.from({ length: REQUESTS }, (_, index) => {
    const from = COUNTRIES[country()] ?? 'US';
    const own = marketForCountry(from);
    const market =
      random() < ABROAD_SHARE
        ? (MARKET_CODES[Math.floor(random() * MARKET_CODES.length)] ?? own)
        : own;
    const path = random() < SHARED_SHARE ? `/shared/${shared()}` : `/p/${market}-${page()}`;
    return { atSeconds: index / PER_SECOND, country: from, page: path };
  });
}

/** Ranks 0 to size − 1 with the weight 1 / (rank + 1). */
function zipf(size: number, random: () => number): () => number {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= size; rank += 1) {
    sum += 1 / rank;
    sums.push(sum);
  }
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Mulberry32: the same visits in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
