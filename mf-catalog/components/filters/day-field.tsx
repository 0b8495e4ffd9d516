import { Field } from '@marketplace/kit/ui/field';
import { Input } from '@marketplace/kit/ui/input';
import { useTranslations } from 'use-intl';
import { isLocalDate } from '../../data/days/local-days';
import { useMarket } from '../catalog-root';
import { useDays } from '../shared/use-days';
import { ChoiceField } from './choice-field';
import type { FilterProps } from './filter-fields';

/** One of the coming days, or any other by date. */
export function DayField({ state, onChange, renderedAt }: FilterProps & { renderedAt: string }) {
  const t = useTranslations();
  const { city } = useMarket();
  const days = useDays(renderedAt, city.timeZone);
  const listed = days.some(({ date }) => date === state.availableOn);
  return (
    <div className="grid gap-3">
      <ChoiceField
        legend={t('filters.day')}
        anyLabel={t('find.anyDay')}
        choices={days.map(({ date, label }) => ({ value: date, label }))}
        value={listed ? state.availableOn : undefined}
        onChange={(availableOn) => onChange({ availableOn })}
      />
      <Field label={t('filters.otherDay')} hint={t('filters.dayHint')}>
        <Input
          type="date"
          min={days[0]?.date}
          value={listed ? '' : (state.availableOn ?? '')}
          onChange={({ target }) => {
            if (isLocalDate(target.value)) onChange({ availableOn: target.value });
          }}
        />
      </Field>
    </div>
  );
}
