import type { Head, Loader } from '@marketplace/kit/slice';
import type { ServiceList } from '@marketplace/services/catalog/contract';
import { isMarketCode, MARKETS } from '@marketplace/services/domain/markets';
import { distanceKm } from '@marketplace/services/domain/search';
import { fetchServices, PAGE_SIZE } from './catalog';
import {
  apiQuery,
  pageQuery,
  parseSearch,
  type SearchState,
  searchHref,
} from './search/search-state';
import { wordsOf } from './words';

const MAX_AGE_SECONDS = 60;
const SAME_PLACE_KM = 2;

export interface SearchProps {
  renderedAt: string;
  /** The search as the page's URL has it; `parseSearch` reads it. */
  query: Record<string, string>;
  /** Null when the service did not answer. */
  result: ServiceList | null;
}

/** Never throws for a service that is down: the page keeps what was asked for and offers to ask again. */
export const loadSearch: Loader<SearchProps> = async ({
  market,
  locale,
  query,
  services,
  signal,
}) => {
  const state = parseSearch(query);
  const reach = { baseUrl: services.catalog, signal };
  const asked = { ...apiQuery(state), market, limit: String(PAGE_SIZE) };
  const result = await fetchServices(asked, reach).catch(() => null);
  return {
    props: { renderedAt: new Date().toISOString(), query: pageQuery(state), result },
    head: headOf(state, market, locale),
    ...(result ? { maxAgeSeconds: MAX_AGE_SECONDS } : {}),
  };
};

function headOf(state: SearchState, market: string, locale: string): Head {
  const words = wordsOf('search', locale);
  return {
    title: titleOf(state, market, locale),
    description: words('description'),
    canonicalPath: searchHref(canonical(state)),
  };
}

function titleOf(state: SearchState, market: string, locale: string): string {
  const words = wordsOf('search', locale);
  const what = state.q ?? (state.category && wordsOf('category', locale)(state.category));
  const place = placeName(state, market);
  if (what && place) return words('titleIn', { what, place });
  if (what) return words('titleWhat', { what });
  return place ? words('titlePlace', { place }) : words('title');
}

function placeName({ near }: SearchState, market: string): string | undefined {
  const { cities } = MARKETS[isMarketCode(market) ? market : 'us'];
  return near && cities.find((city) => distanceKm(city, near) < SAME_PLACE_KM)?.name;
}

/** What search engines should keep of a search: what and where, not how it was narrowed down. */
function canonical({ q, category, near }: SearchState): SearchState {
  return { q, category, near };
}
