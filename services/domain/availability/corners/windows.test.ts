import { describe, expect, it } from 'vitest';
import { type AvailabilityInput, availableSlots } from '../index';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Hourly service on 1–3 June 2026 (Monday to Wednesday) in UTC, changed by each test. */
function input(changes: Partial<AvailabilityInput>): AvailabilityInput {
  return {
    timezone: 'UTC',
    rules: [],
    service: { durationMin: 60 },
    now: '2000-01-01T00:00:00Z',
    range: { from: '2026-06-01T00:00:00Z', to: '2026-06-03T00:00:00Z' },
    ...changes,
  };
}

const hours = (changes: Partial<AvailabilityInput>) =>
  availableSlots(input(changes)).map((slot) => slot.slice(5, 16));

describe('windows', () => {
  it('inside a spring gap are moved on by the offset before it', () => {
    const slots = availableSlots(
      input({
        timezone: 'America/New_York',
        rules: [{ days: [7], start: '02:15', end: '02:45' }],
        service: { durationMin: 15 },
        range: { from: '2026-03-08T00:00:00Z', to: '2026-03-09T00:00:00Z' },
      }),
    );
    expect(slots).toEqual(['2026-03-08T07:15:00.000Z', '2026-03-08T07:30:00.000Z']);
  });

  it('merge across midnight when one ends at 24:00 and the next begins at 00:00', () => {
    const slots = hours({
      rules: [
        { days: [1], start: '22:30', end: '24:00' },
        { days: [2], start: '00:00', end: '01:30' },
      ],
    });
    expect(slots).toEqual(['06-01T22:30', '06-01T23:30', '06-02T00:30']);
  });

  it('reaching over midnight merge with the next day’s and keep the earlier grid', () => {
    const slots = hours({
      rules: [
        { days: [1], start: '21:30', end: '02:00' },
        { days: [2], start: '01:00', end: '04:00' },
      ],
      service: { durationMin: 120, stepMin: 120 },
    });
    expect(slots).toEqual(['06-01T21:30', '06-01T23:30', '06-02T01:30']);
  });

  it('as long as the day itself, from 12:00 to 12:00, last 24 hours', () => {
    const slots = hours({
      rules: [{ days: [1], start: '12:00', end: '12:00' }],
      service: { durationMin: 720 },
    });
    expect(slots).toEqual(['06-01T12:00', '06-02T00:00']);
  });

  it('keep the grid of a window that began days before the range', () => {
    const rules = [{ days: [5, 6, 7, 1], start: '00:00', end: '24:00' }];
    const slots = hours({ rules, service: { durationMin: 420 } });
    expect(slots[0]).toBe('06-01T05:00');
  });

  it('open around the clock offer the same grid whatever the range, from local Monday midnight', () => {
    const rules = [{ days: everyDay, start: '00:00', end: '24:00' }];
    const summer = availableSlots(
      input({ timezone: 'America/New_York', rules, service: { durationMin: 120 } }),
    );
    expect(summer.slice(0, 2)).toEqual(['2026-06-01T00:00:00.000Z', '2026-06-01T02:00:00.000Z']);
  });

  it('open around the clock start anew after the last closed day', () => {
    const slots = hours({
      rules: [{ days: everyDay, start: '00:00', end: '24:00' }],
      overrides: [{ date: '2026-05-20', intervals: [{ start: '00:00', end: '23:30' }] }],
      service: { durationMin: 7 * 60 },
    });
    const firstGrid = Date.parse('2026-05-21T00:00:00Z');
    const expected = Math.ceil((Date.parse('2026-06-01T00:00:00Z') - firstGrid) / 25_200_000);
    expect(slots[0]).toBe(new Date(firstGrid + expected * 25_200_000).toISOString().slice(5, 16));
  });
});

describe('overrides', () => {
  it('for the same date are joined', () => {
    const slots = hours({
      overrides: [
        { date: '2026-06-01', intervals: [{ start: '15:00', end: '16:00' }] },
        { date: '2026-06-01', intervals: [{ start: '09:00', end: '10:00' }] },
      ],
    });
    expect(slots).toEqual(['06-01T09:00', '06-01T15:00']);
  });

  it('cut what spills in from an override on the day before as well', () => {
    const slots = hours({
      overrides: [
        { date: '2026-06-01', intervals: [{ start: '22:00', end: '03:00' }] },
        { date: '2026-06-02', intervals: [{ start: '02:00', end: '03:00' }] },
      ],
    });
    expect(slots).toEqual(['06-01T22:00', '06-01T23:00', '06-02T02:00']);
  });

  it('spill into a day without one', () => {
    const slots = hours({
      overrides: [{ date: '2026-06-01', intervals: [{ start: '23:00', end: '01:00' }] }],
    });
    expect(slots).toEqual(['06-01T23:00', '06-02T00:00']);
  });

  it('of a date that does not exist change nothing', () => {
    const slots = availableSlots(
      input({
        overrides: [{ date: '2027-02-29', intervals: [{ start: '09:00', end: '10:00' }] }],
        range: { from: '2027-02-27T00:00:00Z', to: '2027-03-03T00:00:00Z' },
      }),
    );
    expect(slots).toEqual([]);
  });

  it('cut what spills over a skipped date', () => {
    const apia = {
      timezone: 'Pacific/Apia',
      rules: [{ days: [4], start: '22:00', end: '02:00' }],
      range: { from: '2011-12-29T00:00:00Z', to: '2012-01-01T00:00:00Z' },
    };
    const spilling = [
      '2011-12-30T08:00',
      '2011-12-30T09:00',
      '2011-12-30T10:00',
      '2011-12-30T11:00',
    ];
    const closed = { ...apia, overrides: [{ date: '2011-12-31', intervals: [] }] };
    const minutes = (slots: string[]) => slots.map((slot) => slot.slice(0, 16));
    expect(minutes(availableSlots(input(apia)))).toEqual(spilling);
    expect(minutes(availableSlots(input(closed)))).toEqual(spilling.slice(0, 2));
  });
});
