import type { Loader } from '@marketplace/kit/slice';
import type { ServiceList, ServiceSummary } from '@marketplace/services/catalog/contract';
import { isMarketCode, MARKETS } from '@marketplace/services/domain/markets';
import { fetchServices, type Reach } from './catalog';
import { CATEGORIES } from './categories';
import { localDate } from './days/local-days';
import { apiQuery, type SearchState } from './search/search-state';
import { wordsOf } from './words';

const AROUND_KM = 25;
const CARDS = 4;
const TODAY_ITEMS = 6;
const MAX_AGE_SECONDS = 60;

/** A part is null when its answer did not come; the page shows the others. */
export interface HomeProps {
  renderedAt: string;
  /** Today's date in the market's default city. */
  today: string;
  categories: { category: (typeof CATEGORIES)[number]; count: number }[] | null;
  near: ServiceSummary[] | null;
  freeToday: ServiceSummary[] | null;
  best: ServiceSummary[] | null;
}

/** @throws when no part of the page could be had. */
export const loadHome: Loader<HomeProps> = async ({ market, locale, services, signal }) => {
  const reach = { baseUrl: services.catalog, signal };
  const { city } = MARKETS[isMarketCode(market) ? market : 'us'];
  const now = new Date();
  const today = localDate(now, city.timeZone);
  const around: SearchState = { near: city, radiusKm: AROUND_KM };
  const ask = (state: SearchState) => askFor(state, market, reach);

  const [all, near, freeToday, best] = await Promise.all([
    ask({}),
    ask({ ...around, sort: 'distance' }),
    ask({ ...around, availableOn: today, sort: 'nextFree' }),
    ask({ ...around, sort: 'rating', minRating: 4 }),
  ]);
  const lists = [all, near, freeToday, best];
  if (lists.every((list) => list === null)) throw new Error('The catalog did not answer');

  const words = wordsOf('home', locale);
  return {
    props: {
      renderedAt: now.toISOString(),
      today,
      categories: all && categoryCounts(all),
      near: near && onePerProvider(near.items, CARDS),
      freeToday: freeToday && onePerProvider(freeToday.items, TODAY_ITEMS),
      best: best && onePerProvider(best.items, CARDS),
    },
    head: { title: words('title'), description: words('description'), canonicalPath: '/' },
    ...(lists.includes(null) ? {} : { maxAgeSeconds: MAX_AGE_SECONDS }),
  };
};

async function askFor(
  state: SearchState,
  market: string,
  reach: Reach,
): Promise<ServiceList | null> {
  return fetchServices({ ...apiQuery(state), market, limit: '24' }, reach).catch(() => null);
}

function categoryCounts({ facets }: ServiceList) {
  return CATEGORIES.map((category) => ({ category, count: facets.categories[category] ?? 0 }));
}

/** The first services of different providers, so that a row is not one shop's price list. */
export function onePerProvider(
  services: readonly ServiceSummary[],
  limit: number,
): ServiceSummary[] {
  const first = new Map<string, ServiceSummary>();
  for (const service of services) {
    if (!first.has(service.providerSlug)) first.set(service.providerSlug, service);
  }
  return [...first.values()].slice(0, limit);
}
