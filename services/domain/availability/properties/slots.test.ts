import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AvailabilityInput, availableSlots, isLive, slotAt, slotsWithSeats } from '../index';
import { anyInput, anyInputAndBooking } from './arbitraries';

fc.configureGlobal({ numRuns: 400 });

const bookingsOf = (input: AvailabilityInput) => input.bookings ?? [];

describe('available slots, for any provider', () => {
  it('are sorted, unique and inside the range', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const slots = availableSlots(input);
        expect(slots).toEqual([...new Set(slots)].sort());
        for (const slot of slots) {
          expect(slot >= input.range.from && slot < input.range.to).toBe(true);
        }
      }),
    );
  });

  it('only become fewer as time passes, unless a hold expires meanwhile', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 0, max: 4000 }), (input, minutes) => {
        const later = new Date(Date.parse(input.now) + minutes * 60_000);
        const bookings = bookingsOf(input).filter(
          (booking) => isLive(booking, Date.parse(input.now)) === isLive(booking, later.getTime()),
        );
        const before = new Set(availableSlots({ ...input, bookings }));
        const after = availableSlots({ ...input, bookings, now: later.toISOString() });
        expect(after.filter((slot) => !before.has(slot))).toEqual([]);
      }),
    );
  });

  it('are never added by a booking, and cancelling it restores exactly what was there', () => {
    fc.assert(
      fc.property(anyInputAndBooking, ([input, booking]) => {
        const before = availableSlots(input);
        const booked = availableSlots({ ...input, bookings: [...bookingsOf(input), booking] });
        expect(booked.filter((slot) => !before.includes(slot))).toEqual([]);
        const cancelled = { ...booking, status: 'cancelled' as const };
        expect(availableSlots({ ...input, bookings: [...bookingsOf(input), cancelled] })).toEqual(
          before,
        );
      }),
    );
  });

  it('of two ranges together are those of each', () => {
    fc.assert(
      fc.property(anyInput, fc.double({ min: 0, max: 1, noNaN: true }), (input, fraction) => {
        const [from, to] = [Date.parse(input.range.from), Date.parse(input.range.to)];
        const middle = new Date(from + Math.round((to - from) * fraction)).toISOString();
        const first = availableSlots({ ...input, range: { ...input.range, to: middle } });
        const second = availableSlots({ ...input, range: { ...input.range, from: middle } });
        expect([...first, ...second]).toEqual(availableSlots(input));
      }),
    );
  });

  it('do not depend on the order of rules, overrides and bookings', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const reversed = {
          ...input,
          rules: input.rules.toReversed(),
          overrides: (input.overrides ?? []).toReversed(),
          bookings: bookingsOf(input).toReversed(),
        };
        expect(slotsWithSeats(reversed)).toEqual(slotsWithSeats(input));
      }),
    );
  });

  it('are found one by one as well', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { range: _, ...rest } = input;
        for (const slot of slotsWithSeats(input)) expect(slotAt(rest, slot.start)).toEqual(slot);
      }),
      { numRuns: 100 },
    );
  });
});
