import { describe, expect, it } from 'vitest';
import { formatWall, openingDays, weekdayAt, weekdayName } from './opening-hours';

describe('opening hours', () => {
  it('are a week of days, shut ones too, each with its windows in order', () => {
    const rules = [
      { days: [2, 3], start: '14:00', end: '19:00' },
      { days: [2], start: '09:00', end: '13:00' },
    ];
    const days = openingDays(rules, 1);
    expect(days.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(days[0]?.windows).toEqual([]);
    expect(days[1]?.windows.map(({ start }) => start)).toEqual(['09:00', '14:00']);
  });

  it("begin with the market's first day", () => {
    expect(openingDays([], 7).map(({ weekday }) => weekday)).toEqual([7, 1, 2, 3, 4, 5, 6]);
  });

  it('know what day it is at the place', () => {
    const instant = new Date('2026-11-23T23:30:00Z');
    expect(weekdayAt(instant, 'UTC')).toBe(1);
    expect(weekdayAt(instant, 'Asia/Tokyo')).toBe(2);
    expect(weekdayName(2, 'en-GB')).toBe('Tuesday');
  });

  it("are written on the region's clock", () => {
    expect(formatWall('09:00', 'en-GB')).toBe('09:00');
    expect(formatWall('14:30', 'en-US').replace('\u202f', ' ')).toBe('2:30 PM');
  });
});
