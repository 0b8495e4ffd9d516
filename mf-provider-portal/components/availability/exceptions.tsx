import { Button } from '@marketplace/kit/ui/button';
import { Field } from '@marketplace/kit/ui/field';
import { dateFormat } from '@marketplace/kit/ui/formats';
import { Input } from '@marketplace/kit/ui/input';
import type { Availability } from '@marketplace/services/provider/contract';
import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { exceptionsOf } from '../../data/days/hours';
import { DayHours } from './day-hours';

interface ExceptionsProps {
  exceptions: Availability['overrides'];
  onChange(exceptions: Availability['overrides']): void;
}

/** Dates with hours of their own, which replace those of the week; without any they are closed. */
export function Exceptions({ exceptions, onChange }: ExceptionsProps) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  const name = dateFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const remove = (date: string) => {
    onChange(exceptions.filter((one) => one.date !== date));
    heading.current?.focus();
  };
  return (
    <section aria-label={t('exceptions')}>
      <h2
        ref={heading}
        tabIndex={-1}
        className="font-display text-lg font-semibold focus-visible:outline-none"
      >
        {t('exceptions')}
      </h2>
      <p className="mb-4 mt-1 max-w-prose text-sm text-muted">{t('exceptionsText')}</p>
      <AddDate
        isKnown={(date) => exceptions.some((one) => one.date === date)}
        onAdd={(date) => onChange(exceptionsOf([...exceptions, { date, intervals: [] }]))}
      />
      <ul className="mt-4 divide-y divide-line border-t border-line empty:hidden">
        {exceptions.map(({ date, intervals }) => {
          const dateName = name.format(new Date(`${date}T12:00:00Z`));
          return (
            <li key={date} className="py-3">
              <DayHours
                name={dateName}
                intervals={intervals}
                onChange={(changed) =>
                  onChange(
                    exceptions.map((one) =>
                      one.date === date ? { date, intervals: changed } : one,
                    ),
                  )
                }
              >
                <Button
                  variant="quiet"
                  size="icon"
                  aria-label={t('removeDate', { date: dateName })}
                  onClick={() => remove(date)}
                >
                  <X aria-hidden />
                </Button>
              </DayHours>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface AddDateProps {
  isKnown(date: string): boolean;
  onAdd(date: string): void;
}

function AddDate({ isKnown, onAdd }: AddDateProps) {
  const t = useTranslations('availability');
  const [date, setDate] = useState('');
  const [error, setError] = useState<'dateMissing' | 'dateKnown' | null>(null);
  const add = () => {
    if (!date) return setError('dateMissing');
    if (isKnown(date)) return setError('dateKnown');
    onAdd(date);
    setDate('');
  };
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Field label={t('date')} error={error && t(`errors.${error}`)} className="w-44">
        <Input
          type="date"
          value={date}
          onChange={(event) => {
            setDate(event.target.value);
            setError(null);
          }}
        />
      </Field>
      <Button className="mt-[1.625rem]" onClick={add}>
        {t('addDate')}
      </Button>
    </div>
  );
}
