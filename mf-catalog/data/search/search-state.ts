import type { Category, Sort } from '@marketplace/services/catalog/contract';
import { isCategory } from '../categories';
import { isLocalDate } from '../days/local-days';

/** Where a search looks from. */
export interface Position {
  lat: number;
  lon: number;
}

/** Everything a search page shows, as the URL keeps it. Absent means "any". */
export interface SearchState {
  q?: string | undefined;
  category?: Category | undefined;
  near?: Position | undefined;
  radiusKm?: number | undefined;
  /** Prices when signed in, minor units of the market's currency. */
  minPriceMinor?: number | undefined;
  maxPriceMinor?: number | undefined;
  maxDurationMin?: number | undefined;
  /** Calendar date at the place of the service. */
  availableOn?: string | undefined;
  minRating?: number | undefined;
  sort?: Sort | undefined;
}

const SORTS: readonly Sort[] = ['relevance', 'distance', 'price', '-price', 'rating', 'nextFree'];
const LONGEST_TEXT = 200;
const WIDEST_RADIUS_KM = 500;
const LONGEST_DURATION_MIN = 1440;
const BEST_RATING = 5;

/** Reads a URL's query. What is not understood is left out: a mangled link still finds something. */
export function parseSearch(query: Readonly<Record<string, string | undefined>>): SearchState {
  const state: SearchState = {
    q: query.q?.trim().slice(0, LONGEST_TEXT) || undefined,
    category: isCategory(query.category) ? query.category : undefined,
    near: parseNear(query.near),
    radiusKm: numberIn(query.radiusKm, 0.1, WIDEST_RADIUS_KM),
    minPriceMinor: wholeIn(query.minPrice, 1, Number.MAX_SAFE_INTEGER),
    maxPriceMinor: wholeIn(query.maxPrice, 0, Number.MAX_SAFE_INTEGER),
    maxDurationMin: wholeIn(query.maxDuration, 1, LONGEST_DURATION_MIN),
    availableOn: isLocalDate(query.availableOn) ? query.availableOn : undefined,
    minRating: numberIn(query.rating, 0.1, BEST_RATING),
    sort: SORTS.find((sort) => sort === query.sort),
  };
  return withoutEmpty(sound(state));
}

/** The query of the page's URL: the names people share, in one order, only what is set. */
export function pageQuery(state: SearchState): Record<string, string> {
  const { minPriceMinor, maxPriceMinor, maxDurationMin, minRating, near, ...same } = sound(state);
  const query = {
    ...same,
    near: near && formatNear(near),
    minPrice: minPriceMinor,
    maxPrice: maxPriceMinor,
    maxDuration: maxDurationMin,
    rating: minRating,
  };
  const set = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    set.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, String(value)]),
  );
}

/** The query of `GET /api/catalog/services`. */
export function apiQuery(state: SearchState): Record<string, string> {
  const { rating, ...query } = pageQuery(state);
  return rating === undefined ? query : { ...query, minRating: rating };
}

/** Path of the page that shows a search. */
export function searchHref(state: SearchState): string {
  const query = new URLSearchParams(pageQuery(state)).toString();
  return query ? `/search?${query}` : '/search';
}

/** `52.5200,13.4050`: ten metres are near enough, and near places share a cached answer. */
export function formatNear({ lat, lon }: Position): string {
  return `${Number(lat.toFixed(4))},${Number(lon.toFixed(4))}`;
}

function parseNear(text: string | undefined): Position | undefined {
  const [, lat, lon] = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(text ?? '') ?? [];
  const position = { lat: Number(lat), lon: Number(lon) };
  const exists = Math.abs(position.lat) <= 90 && Math.abs(position.lon) <= 180;
  return exists ? position : undefined;
}

function numberIn(text: string | undefined, low: number, high: number): number | undefined {
  const value = text ? Number(text) : Number.NaN;
  return value >= low && value <= high ? value : undefined;
}

function wholeIn(text: string | undefined, low: number, high: number): number | undefined {
  const value = numberIn(text, low, high);
  return Number.isInteger(value) ? value : undefined;
}

/** Without a place there is nothing to measure distances from. */
function sound(state: SearchState): SearchState {
  if (state.near) return state;
  const sort = state.sort === 'distance' ? undefined : state.sort;
  return { ...state, radiusKm: undefined, sort };
}

function withoutEmpty(state: SearchState): SearchState {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined));
}
