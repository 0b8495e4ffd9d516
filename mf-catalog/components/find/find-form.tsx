import { Button } from '@marketplace/kit/ui/button';
import { cn } from '@marketplace/kit/ui/cn';
import { useSitePath } from '@marketplace/kit/ui/site-link';
import { Search } from 'lucide-react';
import { useRouter } from 'next/router';
import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { parseSearch, type SearchState, searchHref } from '../../data/search/search-state';
import { useMarket } from '../catalog-root';
import { WhatField } from './what-field';
import { WhenField } from './when-field';
import { WhereField } from './where-field';

interface FindFormProps {
  /** What is being looked for now; filters that the sentence does not name are kept. */
  state: SearchState;
  renderedAt: string;
  /** How far it stands out. */
  className: string;
}

/** The search sentence: what, where, when. A plain form, so it also works before the script has come. */
export function FindForm({ state, renderedAt, className }: FindFormProps) {
  const t = useTranslations('find');
  const router = useRouter();
  const pathOf = useSitePath();
  const { city } = useMarket();

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const { q, near, availableOn } = parseSearch(said);
    void router.push(pathOf(searchHref({ ...state, q, near, availableOn })));
  };

  return (
    <search aria-label={t('label')}>
      <form
        action={pathOf('/search')}
        onSubmit={submit}
        className={cn(
          'grid grid-cols-2 gap-1 rounded-card border border-line bg-raised p-2 max-md:[&>:first-child]:col-span-2 md:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)_minmax(0,1fr)_auto] md:items-stretch',
          className,
        )}
      >
        <WhatField key={state.q} initialText={state.q ?? ''} />
        <WhereField near={state.near} />
        <WhenField
          availableOn={state.availableOn}
          renderedAt={renderedAt}
          timeZone={city.timeZone}
        />
        <Button
          type="submit"
          variant="primary"
          size="large"
          className="max-md:col-span-2 max-md:mt-1 max-md:min-h-12 md:h-auto"
        >
          <Search aria-hidden />
          {t('submit')}
        </Button>
      </form>
    </search>
  );
}
