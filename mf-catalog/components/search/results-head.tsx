import { useTranslations } from 'use-intl';
import type { FilterProps } from '../filters/filter-fields';
import { useCities } from '../place/use-cities';
import { SortSelect } from './sort-select';

interface ResultsHeadProps extends FilterProps {
  total: number | undefined;
  failed: boolean;
  pending: boolean;
}

/** How many there are, said also to who does not see the list change, and their order. */
export function ResultsHead({ state, onChange, total = 0, failed, pending }: ResultsHeadProps) {
  const t = useTranslations('search');
  const { nameOf } = useCities();
  const found = state.near
    ? t('countNear', { count: total, place: nameOf(state.near) })
    : t('count', { count: total });
  const settled = failed ? t('title') : found;
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div>
        <h1 className="font-display text-xl font-semibold">
          <span role="status">{pending ? t('loading') : settled}</span>
        </h1>
        <p className="text-xs text-muted">{t('guestNote')}</p>
      </div>
      <SortSelect state={state} onChange={onChange} />
    </div>
  );
}
