import { clockOf, dateFormat } from '@marketplace/kit/ui/formats';
import type { ProviderPage } from '@marketplace/services/catalog/contract';

type WeeklyRule = ProviderPage['hours'][number];
/** ISO weekday, 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface OpenDay {
  weekday: Weekday;
  /** Sorted by start; empty when shut. */
  windows: readonly Pick<WeeklyRule, 'start' | 'end'>[];
}

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** A Monday, to name weekdays by. */
const A_MONDAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** A week's opening hours day by day, from the market's first day of the week on. */
export function openingDays(rules: readonly WeeklyRule[], firstDay: 1 | 7): OpenDay[] {
  const week = firstDay === 1 ? WEEK : [7 as const, ...WEEK.slice(0, 6)];
  return week.map((weekday) => {
    const windows = rules
      .filter(({ days }) => days.includes(weekday))
      .map(({ start, end }) => ({ start, end }))
      .sort((one, other) => (one.start < other.start ? -1 : 1));
    return { weekday, windows };
  });
}

/** Weekday of an instant on a zone's wall. */
export function weekdayAt(instant: Date, timeZone: string): Weekday {
  const name = dateFormat('en-US', { timeZone, weekday: 'long' }).format(instant);
  return WEEK.find((weekday) => weekdayName(weekday, 'en-US') === name) ?? 1;
}

export function weekdayName(weekday: Weekday, locale: string): string {
  const format = dateFormat(locale, { timeZone: 'UTC', weekday: 'long' });
  return format.format(A_MONDAY_MS + (weekday - 1) * DAY_MS);
}

/** "09:00" as the region's clock has it. */
export function formatWall(wallTime: string, locale: string): string {
  const [hours = 0, minutes = 0] = wallTime.split(':').map(Number);
  const format = dateFormat(locale, { timeZone: 'UTC', ...clockOf(locale) });
  return format.format(Date.UTC(2024, 0, 1, hours, minutes));
}
