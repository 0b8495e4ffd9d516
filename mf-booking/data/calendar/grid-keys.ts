import type { Day } from './calendar-days';

/** Months that a key turns. */
export const MONTHS_BY_KEY: Readonly<Record<string, number>> = { PageUp: -1, PageDown: 1 };

const DAYS_BY_KEY: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

const STEPS_BY_KEY: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
};

/** The place in a list that a key leads to from another; null when it leads nowhere. */
export function placeForKey(key: string, from: number, length: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  const place = from + (STEPS_BY_KEY[key] ?? 0);
  return place !== from && place >= 0 && place < length ? place : null;
}

interface Grid {
  weeks: readonly (readonly (Day | null)[])[];
  isOpen(day: Day): boolean;
}

/**
 * The open day that a key leads to: arrows walk by day and week and skip what is shut,
 * Home and End lead to the first and last open day of the week. Null when there is none.
 */
export function dayForKey(key: string, from: Day, { weeks, isOpen }: Grid): Day | null {
  if (key === 'Home' || key === 'End') {
    const open = weeks.find((week) => week.includes(from))?.filter((day) => day && isOpen(day));
    return open?.at(key === 'Home' ? 0 : -1) ?? null;
  }
  const step = DAYS_BY_KEY[key];
  if (!step) return null;
  const cells = weeks.flat();
  for (let at = cells.indexOf(from) + step; at >= 0 && at < cells.length; at += step) {
    const day = cells[at];
    if (day && isOpen(day)) return day;
  }
  return null;
}
