import { dateFormat } from '../lib/formats';

const HOUR_MS = 3_600_000;
/** No zone has changed its clocks by more than this at once in living memory of the tz database's rules. */
const LONGEST_SHIFT_MS = 3 * HOUR_MS;

/** Milliseconds that a zone's wall clock is ahead of UTC at an instant. */
export function offsetMs(instant: Date, timeZone: string): number {
  const parts = dateFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const name =
    parts.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):?(\d+)?/.exec(name) ?? [];
  const size = Number(hours) * HOUR_MS + Number(minutes) * 60_000;
  return sign === '-' ? -size : size;
}

/** Whether the wall clock shows this time twice that day: the hour that an autumn night repeats. */
export function isRepeatedHour(instant: Date, timeZone: string): boolean {
  const here = offsetMs(instant, timeZone);
  return [-LONGEST_SHIFT_MS, LONGEST_SHIFT_MS].some((away) => {
    const there = offsetMs(new Date(instant.getTime() + away), timeZone);
    if (there === here) return false;
    const twin = new Date(instant.getTime() + here - there);
    return offsetMs(twin, timeZone) === there;
  });
}

/** What people call a zone: its city, e.g. `America/New_York` is "New York". */
export function zoneCity(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** "GMT+2", the way to tell the first 02:30 of an autumn night from the second. */
export function offsetName(instant: Date, timeZone: string, locale: string): string {
  const format = dateFormat(locale, { timeZone, timeZoneName: 'shortOffset' });
  return format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
}
