import type { Slot } from '@marketplace/services/booking/contract';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { atNoon, type Day, dayOf } from '../../data/calendar/calendar-days';
import { MonthGrid } from './month-grid';
import type { SlotPickerProps } from './slot-picker';
import { TimeList } from './time-list';

interface DayAndTimeProps extends SlotPickerProps {
  byDay: ReadonlyMap<Day, Slot[]>;
  /** Days of the month with free times, in order; never empty. */
  days: readonly Day[];
  firstDayOfWeek: number;
  /** Set when a key turned the month: the focus then comes back into the grid. */
  turnedByKey: RefObject<boolean>;
  onTurn(months: number): void;
}

/** The days of a month beside the times of one of them; choosing a day moves the focus to its times. */
export function DayAndTime(props: DayAndTimeProps) {
  const { byDay, days, picker, zone, selected, onSelect, turnedByKey, children } = props;
  const t = useTranslations('time');
  const locale = useLocale();
  const times = useRef<HTMLHeadingElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [touchedDay, setTouchedDay] = useState<Day | null>(null);
  const [choices, setChoices] = useState(0);
  const chosenDay = selected && dayOf(selected.start, zone.timeZone);
  const day = [touchedDay, chosenDay].find((one) => one && days.includes(one)) ?? days[0] ?? '';
  const free = byDay.get(day) ?? [];

  useEffect(() => {
    if (choices > 0) times.current?.focus({ preventScroll: true });
  }, [choices]);
  useEffect(() => {
    if (!turnedByKey.current) return;
    turnedByKey.current = false;
    grid.current?.querySelector<HTMLButtonElement>('button[tabindex="0"]')?.focus();
  }, [turnedByKey]);

  const date = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(atNoon(day));

  return (
    <div className="grid gap-8 md:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
      <div ref={grid} className="max-w-lg">
        <MonthGrid
          month={picker.month}
          firstDayOfWeek={props.firstDayOfWeek}
          freeByDay={new Map(days.map((one) => [one, byDay.get(one)?.length ?? 0]))}
          selected={day}
          onSelect={(next) => {
            setTouchedDay(next);
            setChoices((count) => count + 1);
          }}
          onTurn={props.onTurn}
        />
      </div>
      <div className="min-w-0">
        <h3 ref={times} tabIndex={-1} className="mb-3 font-semibold focus-visible:outline-none">
          {t('timesOn', { count: free.length, date })}
        </h3>
        <TimeList slots={free} timeZone={zone.timeZone} selected={selected} onSelect={onSelect} />
        {children}
      </div>
    </div>
  );
}
