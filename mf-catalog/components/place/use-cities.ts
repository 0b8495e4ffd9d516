import type { City } from '@marketplace/services/domain/markets';
import { distanceKm } from '@marketplace/services/domain/search';
import { useTranslations } from 'use-intl';
import type { Position } from '../../data/search/search-state';
import { useMarket } from '../catalog-root';

const SAME_PLACE_KM = 2;

interface Cities {
  cities: readonly City[];
  /** What to call a place that is searched from. */
  nameOf: (place: Position) => string;
}

/** The market's cities, and names for places in them. */
export function useCities(): Cities {
  const t = useTranslations('find');
  const { cities } = useMarket();
  const nameOf = (place: Position): string =>
    cities.find((city) => distanceKm(city, place) < SAME_PLACE_KM)?.name ?? t('chosenPlace');
  return { cities, nameOf };
}
