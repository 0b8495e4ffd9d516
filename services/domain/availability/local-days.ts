import { create, toZonedDateTime } from 'temporal-polyfill/fns/PlainDateTime';
import {
  offsetNanoseconds,
  type Record as ZonedDateTime,
} from 'temporal-polyfill/fns/ZonedDateTime';

const MINUTES_PER_DAY = 1440;
const MINUTE_MS = 60_000;
export const DAY_MS = MINUTES_PER_DAY * MINUTE_MS;

/** A cached zone forgets everything when it holds this many days (some 30 years). */
const MAX_CACHED_DAYS = 11_000;

interface LocalDay {
  midnightMs: number;
  /** False for a date the zone skipped, like 2011-12-30 in Apia. */
  exists: boolean;
  offsetNanoseconds: number;
}

/** Local dates of one zone, numbered by days since 1970-01-01. */
export interface LocalDays {
  /** Whether the zone's calendar has this date. */
  exists(day: number): boolean;
  /** Instant of local midnight: a gap uses the offset before it, an overlap the first occurrence. */
  midnight(day: number): number;
  /** Instant of a wall time, `minutes` after midnight by the clock on the wall; 1440 and more is the next date. */
  instant(day: number, minutes: number): number;
}

const zones = new Map<string, LocalDays>();

/**
 * The local dates of an IANA zone. Only days on which the offset changes ask Temporal for each time.
 * @throws RangeError for an unknown zone.
 */
export function localDays(timeZone: string): LocalDays {
  const known = zones.get(timeZone);
  if (known) return known;
  const days = readDays(timeZone);
  zones.set(timeZone, days);
  return days;
}

function readDays(timeZone: string): LocalDays {
  const cache = new Map<number, LocalDay>();
  new Intl.DateTimeFormat('en', { timeZone });

  function at(day: number): LocalDay {
    const cached = cache.get(day);
    if (cached) return cached;
    if (cache.size >= MAX_CACHED_DAYS) cache.clear();
    const midnight = wallTime(timeZone, day, 0);
    const read = {
      midnightMs: midnight.epochMilliseconds,
      exists: dayOf(midnight) === day,
      offsetNanoseconds: offsetNanoseconds(midnight),
    };
    cache.set(day, read);
    return read;
  }

  function hasOneOffset(day: number): boolean {
    const [first, next] = [at(day), at(day + 1)];
    return (
      next.midnightMs - first.midnightMs === DAY_MS &&
      next.offsetNanoseconds === first.offsetNanoseconds
    );
  }

  return {
    exists: (day) => at(day).exists,
    midnight: (day) => at(day).midnightMs,
    instant(day, minutes) {
      const date = day + Math.floor(minutes / MINUTES_PER_DAY);
      const minute = minutes % MINUTES_PER_DAY;
      if (hasOneOffset(date)) return at(date).midnightMs + minute * MINUTE_MS;
      return wallTime(timeZone, date, minute).epochMilliseconds;
    },
  };
}

function wallTime(timeZone: string, day: number, minute: number): ZonedDateTime {
  const date = new Date(day * DAY_MS);
  const wall = create(
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    Math.floor(minute / 60),
    minute % 60,
  );
  return toZonedDateTime(wall, timeZone, { disambiguation: 'compatible' });
}

function dayOf({ year, month, day }: ZonedDateTime): number {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** The day number of `YYYY-MM-DD`, or undefined for a date no calendar has, like 2027-02-29. */
export function dayNumber(date: string): number | undefined {
  const midnight = new Date(`${date}T00:00:00.000Z`);
  const isInCalendar = midnight.getUTCDate() === Number(date.slice(-2));
  return isInCalendar ? midnight.getTime() / DAY_MS : undefined;
}

/** ISO weekday of a day number, 1 = Monday … 7 = Sunday. */
export function isoWeekday(day: number): number {
  const mondayBased = (day + 3) % 7;
  return (mondayBased < 0 ? mondayBased + 7 : mondayBased) + 1;
}
