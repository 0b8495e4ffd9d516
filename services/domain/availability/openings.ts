import { DAY_MS, isoWeekday, type LocalDays } from './local-days';
import { mergeWindows, type Schedule, type Window } from './windows';

/** A merged window, or a week's part of an endless one, with the instant its grid starts at. */
export interface Opening {
  anchorMs: number;
  /** Starts are offered from here … */
  startMs: number;
  /** … to here (exclusive) … */
  untilMs: number;
  /** … and must end by here. */
  endMs: number;
}

/** Days read before the range at first; doubled while a window may have begun still earlier. */
const LOOK_BACK_DAYS = 4;
/** Two whole weeks without an override and without a break: the window has no beginning. */
const ENDLESS_AFTER_DAYS = 16;

/**
 * The openings that may hold a start in `[fromMs, toMs)`, sorted.
 * A window's grid starts where the merged window starts, however long ago; one that never began
 * (open around the clock) takes local midnight of each Monday, so that no answer depends on the range.
 */
export function openings(
  schedule: Schedule,
  days: LocalDays,
  fromMs: number,
  toMs: number,
  durationMs: number,
): Opening[] {
  const rangeDay = Math.floor(fromMs / DAY_MS);
  const lastDay = Math.floor((toMs + durationMs) / DAY_MS) + 2;
  const endlessBefore = Math.min(rangeDay, schedule.firstOverride ?? rangeDay) - ENDLESS_AFTER_DAYS;
  let lookBack = LOOK_BACK_DAYS;
  let firstDay = rangeDay - lookBack;
  let read = readWindows(schedule, firstDay, lastDay);
  for (;;) {
    const relevant = mergeWindows(read).filter((window) => window.endMs > fromMs);
    const [earliest] = relevant;
    const mayBeginEarlier = earliest && earliest.startMs < days.midnight(firstDay + 2);
    if (!mayBeginEarlier) return relevant.map(anchoredAtItsStart);
    if (firstDay < endlessBefore) {
      return [
        ...anchoredAtMondays(earliest, days, rangeDay),
        ...relevant.slice(1).map(anchoredAtItsStart),
      ];
    }
    lookBack *= 2;
    read = [...readWindows(schedule, rangeDay - lookBack, firstDay - 1), ...read];
    firstDay = rangeDay - lookBack;
  }
}

function readWindows(schedule: Schedule, firstDay: number, lastDay: number): Window[] {
  const windows: Window[] = [];
  for (let day = firstDay; day <= lastDay; day++) windows.push(...schedule.windowsOf(day));
  return windows;
}

function anchoredAtItsStart({ startMs, endMs }: Window): Opening {
  return { anchorMs: startMs, startMs, untilMs: endMs, endMs };
}

function anchoredAtMondays({ endMs }: Window, days: LocalDays, rangeDay: number): Opening[] {
  const openings: Opening[] = [];
  let monday = rangeDay - 7 - (isoWeekday(rangeDay) - 1);
  while (days.midnight(monday) < endMs) {
    const startMs = days.midnight(monday);
    openings.push({ anchorMs: startMs, startMs, untilMs: days.midnight(monday + 7), endMs });
    monday += 7;
  }
  return openings;
}
