import { Button } from '@marketplace/kit/ui/button';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { CloudOff, SearchX } from 'lucide-react';
import { useRouter } from 'next/router';
import { useTranslations } from 'use-intl';
import { ALL_CLEARED, FILTERS, type FilterProps, isSet } from '../filters/filter-fields';
import { useFilterWords } from '../filters/use-filter-words';

/** Nothing fits: offers to take back each wish by name. */
export function EmptyResults({ state, onChange }: FilterProps) {
  const t = useTranslations();
  const label = useFilterWords();
  const set = FILTERS.filter((filter) => isSet(filter, state));
  const plain = set.length === 0 && !state.q;
  return (
    <EmptyState
      icon={SearchX}
      title={t(plain ? 'search.emptyPlain' : 'search.empty')}
      action={
        plain ? null : (
          <Button variant="primary" onClick={() => onChange({ ...ALL_CLEARED, q: undefined })}>
            {t('search.dropFilters')}
          </Button>
        )
      }
    >
      <p>{t(plain ? 'search.emptyPlainText' : 'search.emptyText')}</p>
      {set.length > 0 ? (
        <p className="mt-2">{set.map((filter) => label(filter, state)).join(' · ')}</p>
      ) : null}
    </EmptyState>
  );
}

/** The service did not answer: what was asked for is kept. */
export function FailedSearch() {
  const t = useTranslations('search');
  const router = useRouter();
  return (
    <EmptyState
      icon={CloudOff}
      title={t('failed')}
      action={
        <Button
          variant="primary"
          onClick={() => void router.replace(router.asPath, undefined, { scroll: false })}
        >
          {t('retry')}
        </Button>
      }
    >
      {t('failedText')}
    </EmptyState>
  );
}
