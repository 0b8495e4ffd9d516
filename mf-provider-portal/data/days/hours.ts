import type { Availability } from '@marketplace/services/provider/contract';

/** Wall times `HH:MM`; an end that is not after the start is on the next day. */
export interface Interval {
  start: string;
  end: string;
}

/** ISO weekdays, 1 = Monday … 7 = Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export type Week = Record<Weekday, Interval[]>;

type Rules = Availability['rules'];

const MINUTES_PER_DAY = 1440;

/** A clock has no 24:00: an end at midnight is 00:00 of the next day, which means the same. */
const shown = ({ start, end }: Interval): Interval => ({
  start,
  end: end === '24:00' ? '00:00' : end,
});

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const byStart = (a: Interval, b: Interval) => minuteOf(a.start) - minuteOf(b.start);

/** Weekly rules laid out by day. */
export function weekOf(rules: Rules): Week {
  const week: Week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
  for (const { days, ...interval } of rules) {
    for (const day of days) week[day as Weekday]?.push(shown(interval));
  }
  for (const day of WEEKDAYS) week[day].sort(byStart);
  return week;
}

/** The fewest rules that say the same: equal intervals of several days are one. */
export function rulesOf(week: Week): Rules {
  const rules = new Map<string, Rules[number]>();
  for (const day of WEEKDAYS) {
    for (const { start, end } of week[day]) {
      const key = `${start} ${end}`;
      const known = rules.get(key);
      if (!known) rules.set(key, { days: [day], start, end });
      else if (!known.days.includes(day)) known.days.push(day);
    }
  }
  return [...rules.values()];
}

/** Dates with hours of their own, in order; of one date named twice the intervals are joined. */
export function exceptionsOf(overrides: Availability['overrides']): Availability['overrides'] {
  const dates = new Map<string, Interval[]>();
  for (const { date, intervals } of overrides) {
    dates.set(date, [...(dates.get(date) ?? []), ...intervals.map(shown)]);
  }
  return [...dates]
    .map(([date, intervals]) => ({ date, intervals: intervals.sort(byStart) }))
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** Whether an interval runs past midnight. */
export const isOvernight = ({ start, end }: Interval): boolean =>
  start !== '' && end !== '' && end !== '00:00' && minuteOf(end) <= minuteOf(start);

export type HoursError = 'missing' | 'overlap';

/** What is wrong with the hours of one day. */
export function hoursError(intervals: readonly Interval[]): HoursError | null {
  if (intervals.some(({ start, end }) => !start || !end)) return 'missing';
  const sorted = intervals.toSorted(byStart);
  const overlaps = sorted.some((interval, index) => {
    const next = sorted[index + 1];
    const ends = minuteOf(interval.end);
    const runsUntil = ends <= minuteOf(interval.start) ? ends + MINUTES_PER_DAY : ends;
    return next !== undefined && minuteOf(next.start) < runsUntil;
  });
  return overlaps ? 'overlap' : null;
}
