import { useTranslations } from 'use-intl';
import { CATEGORIES } from '../../data/categories';
import { useServiceWords } from '../shared/use-service-words';
import { ChoiceField } from './choice-field';
import type { FilterProps } from './filter-fields';

const DURATIONS_MIN = [30, 45, 60, 90, 120, 180];
const RATINGS = [4.8, 4.5, 4, 3];

interface CategoryFieldProps extends FilterProps {
  /** How many services each category would show. */
  counts: Readonly<Record<string, number>>;
}

export function CategoryField({ state, onChange, counts }: CategoryFieldProps) {
  const t = useTranslations();
  const choices = CATEGORIES.map((category) => ({
    value: category,
    label: t(`category.${category}`),
    note: String(counts[category] ?? 0),
  }));
  return (
    <ChoiceField
      legend={t('filters.category')}
      anyLabel={t('filters.anyCategory')}
      choices={choices}
      value={state.category}
      onChange={(category) => onChange({ category })}
    />
  );
}

export function DurationField({ state, onChange }: FilterProps) {
  const t = useTranslations('filters');
  const words = useServiceWords();
  const choices = DURATIONS_MIN.map((value) => ({
    value,
    label: t('upTo', { duration: words.duration(value) }),
  }));
  return (
    <ChoiceField
      legend={t('duration')}
      anyLabel={t('any')}
      choices={choices}
      value={state.maxDurationMin}
      onChange={(maxDurationMin) => onChange({ maxDurationMin })}
    />
  );
}

export function RatingField({ state, onChange }: FilterProps) {
  const t = useTranslations('filters');
  const choices = RATINGS.map((value) => ({
    value,
    label: t('ratingFrom', { rating: value.toFixed(1) }),
  }));
  return (
    <ChoiceField
      legend={t('rating')}
      anyLabel={t('any')}
      choices={choices}
      value={state.minRating}
      onChange={(minRating) => onChange({ minRating })}
    />
  );
}
