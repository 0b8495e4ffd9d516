import { type KeyboardEvent, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { atNoon, type Day, weekdayOf, weeksOfMonth } from '../../data/calendar/calendar-days';
import { dayForKey, MONTHS_BY_KEY } from '../../data/calendar/grid-keys';
import { DayButton } from './day-button';

interface MonthGridProps {
  month: Day;
  firstDayOfWeek: number;
  /** Number of free times by day; a day that is not in it is shut. */
  freeByDay: ReadonlyMap<Day, number>;
  selected: Day | null;
  onSelect(day: Day): void;
  /** Page Up and Page Down ask for the month before or after. */
  onTurn(months: number): void;
}

function useDayFormats() {
  const locale = useLocale();
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return {
    weekdayShort: format({ weekday: 'short' }),
    weekdayLong: format({ weekday: 'long' }),
    full: format({ weekday: 'long', day: 'numeric', month: 'long' }),
  };
}

/** A month as a grid of days: keys walk over open days, Enter chooses, shut days are visibly shut. */
export function MonthGrid(props: MonthGridProps) {
  const { month, firstDayOfWeek, freeByDay, selected, onSelect, onTurn } = props;
  const grid = useRef<HTMLTableElement>(null);
  const [walkedTo, setWalkedTo] = useState<Day | null>(null);
  const formats = useDayFormats();
  const t = useTranslations('time');
  const weeks = weeksOfMonth(month, firstDayOfWeek);
  const openDays = weeks.flat().filter((day) => day !== null && freeByDay.has(day));
  const tabStop = [walkedTo, selected].find((day) => openDays.includes(day)) ?? openDays[0];

  const onKeyDown = (event: KeyboardEvent, day: Day) => {
    const months = MONTHS_BY_KEY[event.key];
    const target = dayForKey(event.key, day, { weeks, isOpen: (one) => freeByDay.has(one) });
    if (!months && !target) return;
    event.preventDefault();
    if (months) return onTurn(months);
    setWalkedTo(target);
    grid.current?.querySelector<HTMLButtonElement>(`[data-day="${target}"]`)?.focus();
  };

  return (
    <table ref={grid} className="w-full table-fixed border-separate border-spacing-1 text-center">
      <thead>
        <tr>
          {(weeks[1] ?? []).map(
            (day) =>
              day && (
                <th
                  key={weekdayOf(day)}
                  scope="col"
                  className="pb-1 text-xs font-medium text-muted"
                >
                  <span aria-hidden="true">{formats.weekdayShort.format(atNoon(day))}</span>
                  <span className="sr-only">{formats.weekdayLong.format(atNoon(day))}</span>
                </th>
              ),
          )}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, column) => (
              <td key={day ?? column} className="p-0">
                {day && (
                  <DayButton
                    day={day}
                    isSelected={day === selected}
                    isTabStop={day === tabStop}
                    isOpen={freeByDay.has(day)}
                    label={t('dayLabel', {
                      date: formats.full.format(atNoon(day)),
                      count: freeByDay.get(day) ?? 0,
                    })}
                    onSelect={() => {
                      setWalkedTo(day);
                      onSelect(day);
                    }}
                    onKeyDown={(event) => onKeyDown(event, day)}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
