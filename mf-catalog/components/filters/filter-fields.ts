import type { SearchState } from '../../data/search/search-state';

/** What every filter is given: the search as it is (or as it is being put together), and how to change it. */
export interface FilterProps {
  state: SearchState;
  onChange: (patch: Partial<SearchState>) => void;
}

export type FilterName = 'category' | 'place' | 'price' | 'duration' | 'day' | 'rating';

/** The filters in the order of their chips. */
export const FILTERS: readonly FilterName[] = [
  'category',
  'place',
  'price',
  'day',
  'duration',
  'rating',
];

const CLEARED: Record<FilterName, Partial<SearchState>> = {
  category: { category: undefined },
  place: { near: undefined, radiusKm: undefined },
  price: { minPriceMinor: undefined, maxPriceMinor: undefined },
  duration: { maxDurationMin: undefined },
  day: { availableOn: undefined },
  rating: { minRating: undefined },
};

/** The change that takes one filter back. */
export function cleared(filter: FilterName): Partial<SearchState> {
  return CLEARED[filter];
}

/** The change that takes all filters back and keeps the words and the order. */
export const ALL_CLEARED: Partial<SearchState> = Object.assign({}, ...Object.values(CLEARED));

/** Whether a filter is in force. */
export function isSet(filter: FilterName, state: SearchState): boolean {
  return Object.keys(CLEARED[filter]).some((key) => state[key as keyof SearchState] !== undefined);
}
