import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { DAY_MS, dayNumber, isoWeekday, localDays } from './local-days';
import { anyZoneDay } from './properties/arbitraries';

describe('local days', () => {
  it('read every wall time as Temporal does, on ordinary and on eventful days', () => {
    fc.assert(
      fc.property(
        anyZoneDay,
        fc.integer({ min: -3, max: 5 }),
        fc.integer({ min: 0, max: 2880 }),
        ({ timeZone, date }, offset, minutes) => {
          const day = (dayNumber(date) ?? Number.NaN) + offset;
          const expected = Temporal.PlainDate.from('1970-01-01')
            .add({ days: day + Math.floor(minutes / 1440) })
            .toPlainDateTime()
            .add({ minutes: minutes % 1440 })
            .toZonedDateTime(timeZone, { disambiguation: 'compatible' });
          expect(localDays(timeZone).instant(day, minutes)).toBe(expected.epochMilliseconds);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('know the date that Apia skipped', () => {
    const days = localDays('Pacific/Apia');
    const skipped = dayNumber('2011-12-30') ?? Number.NaN;
    expect([skipped - 1, skipped, skipped + 1].map(days.exists)).toEqual([true, false, true]);
  });

  it('know dates that no calendar has', () => {
    expect(dayNumber('2028-02-29')).toBe(Date.UTC(2028, 1, 29) / DAY_MS);
    expect(dayNumber('2027-02-29')).toBeUndefined();
    expect(dayNumber('soon')).toBeUndefined();
  });

  it('count weekdays from Monday, before 1970 too', () => {
    expect(isoWeekday(0)).toBe(4);
    expect(isoWeekday(-4)).toBe(7);
    expect(isoWeekday(4)).toBe(1);
  });

  it('refuse a zone that does not exist', () => {
    expect(() => localDays('Mars/Olympus')).toThrow(RangeError);
  });
});
