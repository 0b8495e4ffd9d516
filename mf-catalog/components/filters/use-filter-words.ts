import { formatPrice } from '@marketplace/kit/ui/price';
import { useLocale } from '@marketplace/kit/ui/scope';
import { useTranslations } from 'use-intl';
import { formatDate } from '../../data/days/local-days';
import type { SearchState } from '../../data/search/search-state';
import { useMarket } from '../catalog-root';
import { useCities } from '../place/use-cities';
import { useServiceWords } from '../shared/use-service-words';
import { type FilterName, isSet } from './filter-fields';

/** What a filter's chip says: its name, or what it is set to. */
export function useFilterWords() {
  const t = useTranslations();
  const locale = useLocale();
  const words = useServiceWords();
  const { nameOf } = useCities();
  const { currency } = useMarket();

  const price = (amountMinor: number): string =>
    formatPrice({ amountMinor, currency, locale, brief: true });

  const priceWords = ({ minPriceMinor, maxPriceMinor }: SearchState): string => {
    const from = minPriceMinor === undefined ? undefined : price(minPriceMinor);
    const to = maxPriceMinor === undefined ? undefined : price(maxPriceMinor);
    if (from && to) return t('filters.priceBetween', { from, to });
    return from ? t('filters.priceOver', { from }) : t('filters.priceUnder', { to: to ?? '' });
  };

  const placeWords = ({ near, radiusKm }: SearchState): string => {
    const name = near ? nameOf(near) : '';
    return radiusKm === undefined ? name : `${name} · ${words.length(radiusKm)}`;
  };

  const valueWords: Record<FilterName, (state: SearchState) => string> = {
    category: ({ category }) => (category ? t(`category.${category}`) : ''),
    place: placeWords,
    price: priceWords,
    duration: ({ maxDurationMin = 0 }) =>
      t('filters.upTo', { duration: words.duration(maxDurationMin) }),
    day: ({ availableOn = '' }) => formatDate(availableOn, locale),
    rating: ({ minRating = 0 }) => t('filters.ratingFrom', { rating: minRating.toFixed(1) }),
  };

  return (filter: FilterName, state: SearchState): string =>
    isSet(filter, state) ? valueWords[filter](state) : t(`filters.${filter}`);
}
