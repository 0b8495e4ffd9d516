import { Button } from '@marketplace/kit/ui/button';
import { Chip } from '@marketplace/kit/ui/chip';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { CloudOff, SearchX, X } from 'lucide-react';
import { useRouter } from 'next/router';
import { useTranslations } from 'use-intl';
import { ALL_CLEARED, cleared, FILTERS, type FilterProps, isSet } from '../filters/filter-fields';
import { useFilterWords } from '../filters/use-filter-words';

/** Nothing fits: offers to take back each wish by name. */
export function EmptyResults({ state, onChange }: FilterProps) {
  const t = useTranslations();
  const plain = !state.q && !FILTERS.some((filter) => isSet(filter, state));
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
      <Wishes {...{ state, onChange }} />
    </EmptyState>
  );
}

/** Everything that was asked for, each to be taken back on its own. */
function Wishes({ state, onChange }: FilterProps) {
  const t = useTranslations('search');
  const label = useFilterWords();
  const wishes = FILTERS.filter((filter) => isSet(filter, state)).map((filter) => ({
    words: label(filter, state),
    without: cleared(filter),
  }));
  if (state.q) wishes.unshift({ words: t('quoted', { text: state.q }), without: { q: undefined } });
  return (
    <ul className="mt-4 flex flex-wrap justify-center gap-2">
      {wishes.map(({ words, without }) => (
        <li key={words}>
          <Chip aria-label={t('without', { wish: words })} onClick={() => onChange(without)}>
            {words}
            <X aria-hidden />
          </Chip>
        </li>
      ))}
    </ul>
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
