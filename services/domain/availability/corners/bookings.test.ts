import { describe, expect, it } from 'vitest';
import { type AvailabilityInput, availableSlots, slotsWithSeats } from '../index';

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

describe('bookings', () => {
  const rules = [{ days: [1], start: '09:00', end: '12:00' }];
  const at = (start: string, end: string) => ({
    start: `2026-06-01T${start}:00.000Z`,
    end: `2026-06-01T${end}:00.000Z`,
    status: 'confirmed' as const,
  });

  it('of no length occupy nothing', () => {
    expect(hours({ rules, bookings: [at('10:00', '10:00')] })).toHaveLength(3);
  });

  it('without a service, or with "same", consume seats; those of another service exclude', () => {
    const service = { id: 'yoga', durationMin: 60, capacity: 4 };
    const seats = (serviceId?: string) =>
      slotsWithSeats(
        input({
          rules,
          service,
          bookings: [{ ...at('09:00', '10:00'), ...(serviceId ? { serviceId } : {}) }],
        }),
      ).map(({ seatsLeft }) => seatsLeft);
    expect(seats()).toEqual([3, 4, 4]);
    expect(seats('same')).toEqual([3, 4, 4]);
    expect(seats('yoga')).toEqual([3, 4, 4]);
    expect(seats('other')).toEqual([4, 4]);
  });

  it('with the same start but another end exclude even where seats are sold', () => {
    const service = { durationMin: 60, capacity: 4 };
    expect(hours({ rules, service, bookings: [at('09:00', '09:30')] })).toEqual([
      '06-01T10:00',
      '06-01T11:00',
    ]);
  });

  it('that took the last seat, or more, end the offer', () => {
    const service = { durationMin: 60, capacity: 2 };
    const bookings = [{ ...at('09:00', '10:00'), seats: 3 }];
    expect(hours({ rules, service, bookings })).toEqual(['06-01T10:00', '06-01T11:00']);
  });

  it('on hold without an expiry occupy nothing', () => {
    const bookings = [{ ...at('09:00', '10:00'), status: 'hold' as const }];
    expect(hours({ rules, bookings })).toHaveLength(3);
  });

  it('take one missing buffer from the service and the other from themselves', () => {
    const service = { durationMin: 30, bufferBefore: 0, bufferAfter: 30 };
    const bookings = [{ ...at('10:00', '10:30'), bufferBefore: 30 }];
    expect(hours({ rules, service, bookings })).toEqual(['06-01T11:00', '06-01T11:30']);
  });
});

describe('bad input', () => {
  it('is refused, not looped over', () => {
    const rules = [{ days: [1], start: '09:00', end: '12:00' }];
    expect(() =>
      availableSlots(input({ rules, service: { durationMin: 60, stepMin: 0 } })),
    ).toThrow(RangeError);
    expect(() => availableSlots(input({ rules, service: { durationMin: 0 } }))).toThrow(RangeError);
    expect(() => availableSlots(input({ rules, now: 'today' }))).toThrow(RangeError);
    expect(() => availableSlots(input({ timezone: 'Mars/Olympus' }))).toThrow(RangeError);
  });

  it('of an empty or inverted range has no slots', () => {
    const rules = [{ days: everyDay, start: '00:00', end: '24:00' }];
    expect(
      availableSlots(
        input({ rules, range: { from: '2026-06-02T00:00:00Z', to: '2026-06-01T00:00:00Z' } }),
      ),
    ).toEqual([]);
  });
});
