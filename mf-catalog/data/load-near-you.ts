import type { Loader } from '@marketplace/kit/slice';
import { isMarketCode, MARKETS } from '@marketplace/services/domain/markets';
import type { NearYouProps } from '../components/near-you/near-you-section';
import { fetchServices } from './catalog';
import { onePerProvider } from './load-home';
import { apiQuery } from './search/search-state';
import { wordsOf } from './words';

const AROUND_KM = 25;
const CARDS = 4;

/** What the edge makes from its snapshot, from the service instead: around the market's default city. */
export const loadNearYou: Loader<NearYouProps> = async ({ market, locale, services, signal }) => {
  const { city } = MARKETS[isMarketCode(market) ? market : 'us'];
  const around = apiQuery({ near: city, radiusKm: AROUND_KM, sort: 'distance' });
  const query = { ...around, market, limit: '24' };
  const { items } = await fetchServices(query, { baseUrl: services.catalog, signal });
  return {
    props: {
      renderedAt: new Date().toISOString(),
      place: { lat: city.lat, lon: city.lon },
      services: onePerProvider(items, CARDS),
    },
    head: { title: wordsOf('nearYou', locale)('title') },
  };
};
