import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  monthRange,
  partOfDay,
  slotsByDay,
  weekdayOf,
  weeksOfMonth,
} from './calendar-days';

describe('calendar days', () => {
  it('an instant belongs to the local date of the zone', () => {
    expect(dayOf('2026-06-01T23:30:00.000Z', 'Europe/Berlin')).toBe('2026-06-02');
    expect(dayOf('2026-06-01T23:30:00.000Z', 'America/New_York')).toBe('2026-06-01');
  });

  it('midnight is hour 0 of its own date, and so a morning', () => {
    expect(dayOf('2026-06-01T22:00:00.000Z', 'Europe/Berlin')).toBe('2026-06-02');
    expect(partOfDay('2026-06-01T22:00:00.000Z', 'Europe/Berlin')).toBe('morning');
  });

  it('parts of the day follow the clock of the zone', () => {
    expect(partOfDay('2026-06-01T10:00:00.000Z', 'UTC')).toBe('morning');
    expect(partOfDay('2026-06-01T10:00:00.000Z', 'Europe/Berlin')).toBe('afternoon');
    expect(partOfDay('2026-06-01T17:00:00.000Z', 'UTC')).toBe('evening');
  });

  it('days and months add across their ends', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addMonths('2026-12-31', 1)).toBe('2027-01-01');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-01');
    expect(weekdayOf('2026-06-07')).toBe(7);
  });

  it('a month is laid out in whole weeks from the first day of the week', () => {
    const monday = weeksOfMonth('2026-06-01', 1);
    expect(monday[0]?.[0]).toBe('2026-06-01');
    expect(monday.every((week) => week.length === 7)).toBe(true);
    const sunday = weeksOfMonth('2026-06-01', 7);
    expect(sunday[0]).toEqual([null, ...Array.from({ length: 6 }, (_, i) => `2026-06-0${i + 1}`)]);
    expect(sunday.flat().filter(Boolean)).toHaveLength(30);
  });

  it('the range of a month covers it in the outermost zones', () => {
    const { from, to } = monthRange('2026-06-15');
    expect(dayOf(from, 'Pacific/Kiritimati') < '2026-06-01').toBe(true);
    expect(dayOf(to, 'Etc/GMT+12') >= '2026-07-01').toBe(true);
  });

  it('another zone changes the labels of slots, never the instants, their number or their order', () => {
    const instant = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2027-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    fc.assert(
      fc.property(fc.uniqueArray(instant, { selector: Number }), zone, (instants, timeZone) => {
        const slots = instants
          .map((start) => start.toISOString())
          .sort()
          .map((start) => ({ start, end: start }));
        const days = slotsByDay(slots, timeZone);
        expect([...days.values()].flat()).toEqual(slots);
        for (const [day, ofDay] of days) {
          for (const { start } of ofDay) expect(dayOf(start, timeZone)).toBe(day);
        }
      }),
    );
  });

  it('slots are grouped by the date the viewer sees', () => {
    const slot = (start: string) => ({ start, end: start });
    const days = slotsByDay(
      [slot('2026-06-01T21:00:00.000Z'), slot('2026-06-01T23:00:00.000Z')],
      'Europe/Berlin',
    );
    expect([...days.keys()]).toEqual(['2026-06-01', '2026-06-02']);
  });
});
