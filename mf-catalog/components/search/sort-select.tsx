import { Select } from '@marketplace/kit/ui/select';
import type { Sort } from '@marketplace/services/catalog/contract';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { FilterProps } from '../filters/filter-fields';

const SORTS: readonly Sort[] = ['relevance', 'distance', 'nextFree', 'rating', 'price', '-price'];

/** The order of the results; by distance only where there is a place to measure from. */
export function SortSelect({ state, onChange }: FilterProps) {
  const t = useTranslations('filters');
  const id = useId();
  const sorts = SORTS.filter((sort) => sort !== 'distance' || state.near);
  const unsaid: Sort = state.near && !state.q ? 'distance' : 'relevance';
  return (
    <div className="flex shrink-0 items-center gap-3 text-sm">
      <label htmlFor={id} className="text-muted">
        {t('sort')}
      </label>
      <span className="w-48">
        <Select
          id={id}
          value={state.sort ?? unsaid}
          onChange={({ target }) => onChange({ sort: sorts.find((sort) => sort === target.value) })}
          small
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sortBy.${sort}`)}
            </option>
          ))}
        </Select>
      </span>
    </div>
  );
}
