import { dayNumber, isoWeekday, type LocalDays } from './local-days';
import type { AvailabilityInput, WallInterval } from './types';

/** An open stretch of time in epoch milliseconds, half-open. */
export interface Window {
  startMs: number;
  endMs: number;
}

/** Minutes after local midnight; an overnight end exceeds 1440. */
interface WallMinutes {
  start: number;
  end: number;
}

/** When a provider is open, readable day by day. */
export interface Schedule {
  /** The windows that start on a local date, clipped where they spill into an overridden one. */
  windowsOf(day: number): Window[];
  /** The earliest overridden day, if any. */
  firstOverride: number | undefined;
}

const MINUTES_PER_DAY = 1440;

/** Reads weekly rules and overrides once, to be asked for each local date. */
export function readSchedule(
  { rules, overrides = [] }: Pick<AvailabilityInput, 'rules' | 'overrides'>,
  days: LocalDays,
): Schedule {
  const weekly = Array.from({ length: 8 }, (): WallMinutes[] => []);
  for (const rule of rules) {
    for (const weekday of new Set(rule.days)) weekly[weekday]?.push(wallMinutes(rule));
  }
  const overridden = new Map<number, WallMinutes[]>();
  for (const { date, intervals } of overrides) {
    const day = dayNumber(date);
    if (day === undefined || !days.exists(day)) continue;
    overridden.set(day, [...(overridden.get(day) ?? []), ...intervals.map(wallMinutes)]);
  }

  return {
    firstOverride: overridden.size === 0 ? undefined : Math.min(...overridden.keys()),
    windowsOf(day) {
      if (!days.exists(day)) return [];
      const intervals = overridden.get(day) ?? weekly[isoWeekday(day)] ?? [];
      if (intervals.length === 0) return [];
      const next = nextDay(days, day);
      const latestEnd = overridden.has(next) ? days.midnight(next) : Number.POSITIVE_INFINITY;
      return intervals
        .map(({ start, end }) => ({
          startMs: days.instant(day, start),
          endMs: Math.min(days.instant(day, end), latestEnd),
        }))
        .filter(({ startMs, endMs }) => startMs < endMs);
    },
  };
}

/** Joins touching and overlapping windows; the answer is sorted. */
export function mergeWindows(windows: readonly Window[]): Window[] {
  const merged: Window[] = [];
  for (const window of [...windows].sort((a, b) => a.startMs - b.startMs)) {
    const last = merged.at(-1);
    if (last && window.startMs <= last.endMs) last.endMs = Math.max(last.endMs, window.endMs);
    else merged.push({ ...window });
  }
  return merged;
}

function nextDay(days: LocalDays, day: number): number {
  return days.exists(day + 1) ? day + 1 : day + 2;
}

function wallMinutes({ start, end }: WallInterval): WallMinutes {
  const startMinutes = minutesOf(start);
  const endMinutes = minutesOf(end);
  const isOvernight = endMinutes <= startMinutes;
  return { start: startMinutes, end: isOvernight ? endMinutes + MINUTES_PER_DAY : endMinutes };
}

function minutesOf(wall: string): number {
  const [hours = '0', minutes = '0'] = wall.split(':');
  return Number(hours) * 60 + Number(minutes);
}
