import { clockOf, dateFormat } from '../lib/formats';
import { isRepeatedHour, offsetName, zoneCity } from './zone';

/**
 * - `time` 14:30
 * - `weekday` Tue, 14:30
 * - `short` Tue 24 Nov, 14:30
 * - `long` Tuesday 24 November 2026, 14:30
 */
export type DateTimeStyle = 'time' | 'weekday' | 'short' | 'long';

const DAYS: Record<DateTimeStyle, Intl.DateTimeFormatOptions> = {
  time: {},
  weekday: { weekday: 'short' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
};

export interface DateTimeFormat {
  instant: Date;
  /** IANA zone whose wall clock is shown. */
  timeZone: string;
  locale: string;
  style?: DateTimeStyle;
}

/**
 * An instant on a zone's wall clock, without the zone's name: for where the zone is named once beside.
 * Only a time that the night repeats carries its offset, "01:30 GMT+1".
 */
export function formatWallTime({
  instant,
  timeZone,
  locale,
  style = 'short',
}: DateTimeFormat): string {
  const text = dateFormat(locale, { ...DAYS[style], ...clockOf(locale), timeZone }).format(instant);
  return isRepeatedHour(instant, timeZone)
    ? `${text} ${offsetName(instant, timeZone, locale)}`
    : text;
}

/** An instant with the city of its zone: "Tue 24 Nov, 14:30 (Berlin)". */
export function formatDateTime(format: DateTimeFormat): string {
  return `${formatWallTime(format)} (${zoneCity(format.timeZone)})`;
}

/**
 * How to write a time that is soon: within six days the weekday says enough, later the date is needed.
 */
export function nearStyle(instant: Date, now: Date): DateTimeStyle {
  const SIX_DAYS_MS = 6 * 24 * 3_600_000;
  return instant.getTime() - now.getTime() < SIX_DAYS_MS ? 'weekday' : 'short';
}
