import { cn } from '@marketplace/kit/ui/lib';
import { type KeyboardEvent, useRef } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { addDays, type Day, weekdayOf, weeksOfMonth } from '../../data/calendar-days';

interface MonthGridProps {
  month: Day;
  firstDayOfWeek: number;
  /** Number of free times by day; a day that is not in it is shut. */
  freeByDay: ReadonlyMap<Day, number>;
  selected: Day | null;
  onSelect(day: Day): void;
}

const STEP_DAYS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

const atNoon = (day: Day) => new Date(`${day}T12:00:00Z`);

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

/** The first open day met by walking `stepDays` at a time, within the month. */
function nextOpenDay(from: Day, stepDays: number, { freeByDay, month }: MonthGridProps) {
  for (let day = addDays(from, stepDays); day.slice(0, 7) === month.slice(0, 7); ) {
    if (freeByDay.has(day)) return day;
    day = addDays(day, stepDays);
  }
  return null;
}

/** A month as a grid of days: arrow keys walk over open days, shut days are visibly shut. */
export function MonthGrid(props: MonthGridProps) {
  const { month, firstDayOfWeek, freeByDay, selected, onSelect } = props;
  const grid = useRef<HTMLTableElement>(null);
  const formats = useDayFormats();
  const t = useTranslations('time');
  const weeks = weeksOfMonth(month, firstDayOfWeek);
  const openDays = weeks.flat().filter((day) => day !== null && freeByDay.has(day));
  const tabStop = openDays.find((day) => day === selected) ?? openDays[0];

  const onKeyDown = (event: KeyboardEvent, day: Day) => {
    const stepDays = STEP_DAYS[event.key];
    const target = stepDays && nextOpenDay(day, stepDays, props);
    if (!target) return;
    event.preventDefault();
    onSelect(target);
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
                    onSelect={() => onSelect(day)}
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

interface DayButtonProps {
  day: Day;
  label: string;
  isSelected: boolean;
  isTabStop: boolean;
  isOpen: boolean;
  onSelect(): void;
  onKeyDown(event: KeyboardEvent): void;
}

function DayButton({
  day,
  label,
  isSelected,
  isTabStop,
  isOpen,
  onSelect,
  onKeyDown,
}: DayButtonProps) {
  return (
    <button
      type="button"
      data-day={day}
      disabled={!isOpen}
      aria-pressed={isSelected}
      aria-label={label}
      tabIndex={isTabStop ? 0 : -1}
      onClick={onSelect}
      onKeyDown={onKeyDown}
      className={cn(
        'relative h-11 w-full rounded-control text-sm tabular-nums transition-colors',
        isOpen && 'bg-primary-quiet font-semibold text-ink hover:bg-primary/20',
        !isOpen && 'cursor-not-allowed text-muted line-through decoration-line-strong',
        isSelected && 'bg-ink text-canvas hover:bg-ink',
      )}
    >
      {Number(day.slice(8))}
    </button>
  );
}
