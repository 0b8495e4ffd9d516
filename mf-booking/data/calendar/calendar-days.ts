import type { Slot } from '@marketplace/services/booking/contract';

/** Calendar date `YYYY-MM-DD`, without a zone. */
export type Day = string;

const MS_PER_DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function partsFormat(timeZone: string) {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}

function localParts(instant: string, timeZone: string) {
  const parts = partsFormat(timeZone).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((candidate) => candidate.type === type)?.value ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    hour: Number(part('hour')),
  };
}

/** The local date of an instant in a zone. */
export const dayOf = (instant: string, timeZone: string): Day => localParts(instant, timeZone).day;

export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * MS_PER_DAY).toISOString().slice(0, 10);

/** First of the month `count` months away. */
export function addMonths(day: Day, count: number): Day {
  const [year = 1970, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 10);
}

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** Weeks of a month, each of seven days; days of the neighbouring months are null. */
export function weeksOfMonth(month: Day, firstDayOfWeek: number): (Day | null)[][] {
  const first = addMonths(month, 0);
  const length = Math.round((Date.parse(addMonths(month, 1)) - Date.parse(first)) / MS_PER_DAY);
  const lead = (weekdayOf(first) - firstDayOfWeek + 7) % 7;
  const cells: (Day | null)[] = [
    ...Array.from({ length: lead }, () => null),
    ...Array.from({ length }, (_, index) => addDays(first, index)),
  ];
  while (cells.length % 7) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** UTC instants that cover a local month in any zone, one day spare on both sides. */
export function monthRange(month: Day): { from: string; to: string } {
  const first = addMonths(month, 0);
  return {
    from: `${addDays(first, -1)}T00:00:00.000Z`,
    to: `${addDays(addMonths(month, 1), 1)}T00:00:00.000Z`,
  };
}

export function slotsByDay(slots: readonly Slot[], timeZone: string): Map<Day, Slot[]> {
  const days = new Map<Day, Slot[]>();
  for (const slot of slots) {
    const day = dayOf(slot.start, timeZone);
    const known = days.get(day);
    if (known) known.push(slot);
    else days.set(day, [slot]);
  }
  return days;
}

export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** Morning until 12:00, afternoon until 17:00, evening after, on the clock of the zone. */
export function partOfDay(instant: string, timeZone: string): DayPart {
  const { hour } = localParts(instant, timeZone);
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

const SUNDAY_FIRST = new Set(['US', 'CA', 'JP', 'BR', 'IN']);

/** ISO number of the first day of the week as the locale's region writes calendars. */
export function firstDayOfWeek(locale: string): 1 | 7 {
  return SUNDAY_FIRST.has(new Intl.Locale(locale).maximize().region ?? 'US') ? 7 : 1;
}

/** A calendar date's noon in UTC: formatted in UTC, it is that date everywhere. */
export const atNoon = (day: Day): Date => new Date(`${day}T12:00:00Z`);

export const monthName = (month: Day, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    atNoon(month),
  );
