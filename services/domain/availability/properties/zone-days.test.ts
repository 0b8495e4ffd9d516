import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ZONE_DAYS } from './arbitraries';

/** What really happens to the clocks of a zone on a date. */
function kindOf(timeZone: string, date: string): string {
  const noon = (days: number) =>
    Temporal.PlainDate.from(date).add({ days }).toZonedDateTime({ timeZone, plainTime: '12:00' });
  if (noon(0).toPlainDate().toString() !== date) return 'skipped date';
  const start = noon(0).startOfDay();
  const hours = start.hoursInDay;
  if (hours === 24) return 'none';
  const isAtMidnight =
    start.hour > 0 ||
    start.toPlainDateTime().toZonedDateTime(timeZone, { disambiguation: 'later' })
      .epochMilliseconds > start.epochMilliseconds;
  return `${isAtMidnight ? 'midnight ' : ''}${hours < 24 ? 'gap' : 'overlap'}`;
}

describe('the days that properties are tried on', () => {
  it.each(ZONE_DAYS)('$timeZone on $date: $kind', ({ timeZone, date, kind }) => {
    expect(kindOf(timeZone, date)).toBe(kind);
  });

  it('cover offsets and shifts of half an hour and of 45 minutes', () => {
    const offsets = ZONE_DAYS.map(({ timeZone, date }) => {
      const { offsetNanoseconds } = Temporal.PlainDate.from(date).toZonedDateTime(timeZone);
      return Math.abs(offsetNanoseconds / 60e9) % 60;
    });
    expect(new Set(offsets)).toEqual(new Set([0, 30, 45]));
  });
});
