import { Button } from '@marketplace/kit/ui/button';
import { controlClasses } from '@marketplace/kit/ui/input';
import { cn } from '@marketplace/kit/ui/lib';
import { Plus, X } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { hoursError, type Interval, isOvernight } from '../../data/days/hours';

interface DayHoursProps {
  /** Weekday or date, as it is shown. */
  name: string;
  intervals: readonly Interval[];
  onChange(intervals: Interval[]): void;
  /** Stands beside the name. */
  children?: ReactNode;
}

const USUAL: Interval = { start: '09:00', end: '17:00' };

/** The hours of one day: none is closed, several leave a break between them. */
export function DayHours({ name, intervals, onChange, children }: DayHoursProps) {
  const t = useTranslations('availability');
  const id = useId();
  const add = useRef<HTMLButtonElement>(null);
  const error = hoursError(intervals);
  const set = (at: number, change: Partial<Interval>) =>
    onChange(intervals.map((one, index) => (index === at ? { ...one, ...change } : one)));
  const remove = (at: number) => {
    onChange(intervals.filter((_, index) => index !== at));
    add.current?.focus();
  };

  return (
    <fieldset
      aria-describedby={error ? id : undefined}
      className="grid gap-2 sm:grid-cols-[9rem_minmax(0,1fr)_auto] sm:items-start"
    >
      <legend className="sr-only">{name}</legend>
      <div className="flex min-h-target items-center justify-between gap-2">
        <span aria-hidden="true" className="text-sm font-medium">
          {name}
        </span>
        {children}
      </div>
      <div className="grid gap-2">
        {intervals.length === 0 && (
          <p className="flex min-h-target items-center text-sm text-muted">{t('closed')}</p>
        )}
        {intervals.map((interval, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hours have no identity beyond their place
          <div key={index} className="flex flex-wrap items-center gap-1 sm:gap-2">
            <Time
              label={t('from', { name })}
              value={interval.start}
              isWrong={error !== null}
              onChange={(start) => set(index, { start })}
            />
            <span aria-hidden="true">–</span>
            <Time
              label={t('until', { name })}
              value={interval.end}
              isWrong={error !== null}
              onChange={(end) => set(index, { end })}
            />
            <Button
              variant="quiet"
              size="icon"
              aria-label={t('remove', { name, ...interval })}
              onClick={() => remove(index)}
            >
              <X aria-hidden />
            </Button>
            {isOvernight(interval) && <span className="text-xs text-muted">{t('overnight')}</span>}
          </div>
        ))}
        {error && (
          <p id={id} className="text-xs font-medium text-danger">
            {t(`errors.${error}`)}
          </p>
        )}
      </div>
      <Button
        ref={add}
        size="small"
        variant="quiet"
        className="justify-self-start"
        aria-label={t('addTo', { name })}
        onClick={() => onChange([...intervals, nextInterval(intervals)])}
      >
        <Plus aria-hidden />
        {t('add')}
      </Button>
    </fieldset>
  );
}

/** The usual hours for a closed day; after others, an empty pair to fill in. */
const nextInterval = (intervals: readonly Interval[]): Interval =>
  intervals.length === 0 ? USUAL : { start: '', end: '' };

interface TimeProps {
  label: string;
  value: string;
  isWrong: boolean;
  onChange(value: string): void;
}

function Time({ label, value, isWrong, onChange }: TimeProps) {
  return (
    <input
      type="time"
      aria-label={label}
      aria-invalid={isWrong ? true : undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={cn(controlClasses, 'w-[8.125rem] px-2 text-base tabular-nums')}
    />
  );
}
