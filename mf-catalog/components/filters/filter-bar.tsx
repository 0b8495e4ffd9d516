import { Button } from '@marketplace/kit/ui/button';
import { Chip } from '@marketplace/kit/ui/chip';
import { Popover, PopoverContent, PopoverTrigger } from '@marketplace/kit/ui/popover';
import { useTranslations } from 'use-intl';
import { FilterField, type FilterFieldProps } from './filter-field';
import { ALL_CLEARED, cleared, FILTERS, isSet } from './filter-fields';
import { FilterSheet } from './filter-sheet';
import { useFilterWords } from './use-filter-words';

export interface FilterBarProps extends Omit<FilterFieldProps, 'filter'> {
  total: number | undefined;
}

/** All filters as chips; on narrow screens also together in a sheet. */
export function FilterBar(props: FilterBarProps) {
  const t = useTranslations('filters');
  const { state, onChange } = props;
  const any = FILTERS.some((filter) => isSet(filter, state));
  return (
    <fieldset
      aria-label={t('label')}
      className="flex items-center gap-2 overflow-x-auto px-4 py-3 [scrollbar-width:none] sm:px-6"
    >
      <FilterSheet {...props} />
      {FILTERS.map((filter) => (
        <FilterChip key={filter} filter={filter} {...props} />
      ))}
      {any ? (
        <Button variant="quiet" size="small" onClick={() => onChange(ALL_CLEARED)}>
          {t('clearAll')}
        </Button>
      ) : null}
    </fieldset>
  );
}

function FilterChip(props: FilterFieldProps) {
  const t = useTranslations('filters');
  const label = useFilterWords();
  const { filter, state, onChange } = props;
  const selected = isSet(filter, state);
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Chip opens selected={selected}>
          {label(filter, state)}
        </Chip>
      </PopoverTrigger>
      <PopoverContent
        bleed
        aria-label={t(filter)}
        className="flex max-h-[min(30rem,var(--radix-popover-content-available-height))] flex-col overflow-hidden"
      >
        <div className="overflow-y-auto p-4">
          <FilterField {...props} />
        </div>
        {selected ? (
          <div className="border-t border-line p-2">
            <Button variant="quiet" size="small" onClick={() => onChange(cleared(filter))}>
              {t('clear')}
            </Button>
          </div>
        ) : null}
      </PopoverContent>
    </Popover>
  );
}
