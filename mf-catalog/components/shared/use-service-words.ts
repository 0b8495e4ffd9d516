import { useLocale, useTranslations } from 'use-intl';
import { useMarket } from '../catalog-root';
import { formatDistance, METRES_STEP } from '../place/distance';

/** Durations, distances and ratings in words. */
export function useServiceWords() {
  const t = useTranslations('service');
  const locale = useLocale();
  const { distanceUnit } = useMarket();

  const duration = (durationMin: number): string => {
    const [hours, minutes] = [Math.floor(durationMin / 60), durationMin % 60];
    if (hours === 0) return t('minutes', { minutes });
    return minutes === 0 ? t('hours', { hours }) : t('hoursMinutes', { hours, minutes });
  };

  return {
    duration,
    away: (distanceKm: number): string => {
      const key = distanceKm * 1000 < METRES_STEP ? 'under' : 'away';
      return t(key, { distance: formatDistance(distanceKm, distanceUnit, locale) });
    },
    /** A length such as a radius, e.g. "10 km". */
    length: (lengthKm: number): string => formatDistance(lengthKm, distanceUnit, locale),
    rating: (rating: number | null, count: number): string =>
      rating === null ? t('noRating') : t('rating', { rating, count }),
  };
}
