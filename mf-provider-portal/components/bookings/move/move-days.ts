import { localDate } from '../../../data/days/day';

const DAY_MS = 86_400_000;
const DAYS_BEFORE = 14;
const DAYS_IN_ALL = 45;

/** A day of the provider's calendar with starts that a booking could move to. */
export interface MoveDay {
  /** `YYYY-MM-DD` */
  date: string;
  /** UTC instants, in order. */
  starts: string[];
}

/** The weeks around a start that are still ahead, as UTC instants. */
export function rangeAround(start: string, nowMs: number): { from: string; to: string } {
  const fromMs = Math.max(nowMs, Date.parse(start) - DAYS_BEFORE * DAY_MS);
  return {
    from: new Date(fromMs).toISOString(),
    to: new Date(fromMs + DAYS_IN_ALL * DAY_MS).toISOString(),
  };
}

/** Starts by local date, both in order. */
export function movesByDay(slots: readonly { start: string }[], timeZone: string): MoveDay[] {
  const days = new Map<string, string[]>();
  for (const { start } of slots) {
    const date = localDate(start, timeZone);
    days.set(date, [...(days.get(date) ?? []), start]);
  }
  return [...days].map(([date, starts]) => ({ date, starts }));
}
