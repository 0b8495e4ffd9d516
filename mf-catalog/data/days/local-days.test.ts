import { describe, expect, it } from 'vitest';
import { addDays, formatDate, isLocalDate, localDate } from './local-days';

describe('calendar dates', () => {
  it('are those on the wall of the place', () => {
    const instant = new Date('2026-06-01T23:30:00Z');
    expect(localDate(instant, 'Europe/Berlin')).toBe('2026-06-02');
    expect(localDate(instant, 'America/New_York')).toBe('2026-06-01');
  });

  it('follow one another over months, leap days and clock changes', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-10-25', 1)).toBe('2026-10-26');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('exist or do not', () => {
    expect(isLocalDate('2028-02-29')).toBe(true);
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', 'tomorrow', '', undefined]) {
      expect(isLocalDate(text)).toBe(false);
    }
  });

  it("are written in the region's order", () => {
    expect(formatDate('2026-11-24', 'en-GB')).toBe('Tue 24 Nov');
    expect(formatDate('2026-11-24', 'en-US')).toBe('Tue, Nov 24');
  });
});
