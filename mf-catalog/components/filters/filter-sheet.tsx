import { Button } from '@marketplace/kit/ui/button';
import { Chip } from '@marketplace/kit/ui/chip';
import { Sheet, SheetContent, SheetTrigger } from '@marketplace/kit/ui/sheet';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SearchState } from '../../data/search/search-state';
import type { FilterBarProps } from './filter-bar';
import { FilterField } from './filter-field';
import { ALL_CLEARED, FILTERS, isSet } from './filter-fields';

/** All filters at once, put together first and then applied: for screens without room for popovers. */
export function FilterSheet({ state, onChange, facets, renderedAt }: FilterBarProps) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<SearchState>(state);
  const count = FILTERS.filter((filter) => isSet(filter, state)).length;

  const toggle = (next: boolean): void => {
    if (next) setDraft(state);
    setOpen(next);
  };
  const apply = (): void => {
    onChange(draft);
    setOpen(false);
  };
  return (
    <Sheet open={open} onOpenChange={toggle}>
      <SheetTrigger asChild>
        <Chip opens selected={count > 0} className="lg:hidden">
          <SlidersHorizontal aria-hidden />
          {t('filters.all', { count })}
        </Chip>
      </SheetTrigger>
      <SheetContent
        side="bottom"
        title={t('filters.label')}
        closeLabel={t('search.close')}
        footer={
          <>
            <Button variant="quiet" onClick={() => setDraft({ ...draft, ...ALL_CLEARED })}>
              {t('filters.clearAll')}
            </Button>
            <Button variant="primary" className="grow basis-0" onClick={apply}>
              {t('filters.apply')}
            </Button>
          </>
        }
      >
        <div className="grid gap-8">
          {FILTERS.map((filter) => (
            <section key={filter} aria-label={t(`filters.${filter}`)} className="grid gap-2">
              <FilterField
                filter={filter}
                state={draft}
                onChange={(patch) => setDraft((last) => ({ ...last, ...patch }))}
                facets={facets}
                renderedAt={renderedAt}
              />
            </section>
          ))}
        </div>
      </SheetContent>
    </Sheet>
  );
}
