import { describe, expect, it } from 'vitest';
import { movesByDay, rangeAround } from './move-days';

describe('times to move to', () => {
  it('are grouped by the date of the provider', () => {
    const slots = ['2026-06-01T21:30:00.000Z', '2026-06-01T22:30:00.000Z'].map((start) => ({
      start,
    }));
    expect(movesByDay(slots, 'Europe/Berlin')).toEqual([
      { date: '2026-06-01', starts: ['2026-06-01T21:30:00.000Z'] },
      { date: '2026-06-02', starts: ['2026-06-01T22:30:00.000Z'] },
    ]);
  });

  it('are looked for around the booking, never in the past', () => {
    const now = Date.parse('2026-06-01T00:00:00.000Z');
    expect(rangeAround('2026-06-03T09:00:00.000Z', now).from).toBe('2026-06-01T00:00:00.000Z');
    expect(rangeAround('2026-08-15T09:00:00.000Z', now).from).toBe('2026-08-01T09:00:00.000Z');
  });
});
