import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AvailabilityInput,
  availableSlots,
  type Claim,
  claimDays,
  claimFootprint,
  claimOutcome,
  conflicts,
  slotsWithSeats,
} from '../index';
import { anyInput } from './arbitraries';

fc.configureGlobal({ numRuns: 400 });

/** The input's bookings as the claims of one resource, buffers filled in. */
function claimsOf({ bookings = [], service }: AvailabilityInput): Claim[] {
  return bookings.flatMap(({ status, ...booking }, index) =>
    status === 'cancelled'
      ? []
      : [
          {
            ...booking,
            status,
            bookingId: `b${index}`,
            serviceId: booking.serviceId ?? 'same',
            bufferBefore: booking.bufferBefore ?? service.bufferBefore ?? 0,
            bufferAfter: booking.bufferAfter ?? service.bufferAfter ?? 0,
            seats: booking.seats ?? 1,
          },
        ],
  );
}

function claimFor(input: AvailabilityInput, start: string, seats: number): Claim {
  const { service } = input;
  return {
    bookingId: 'new',
    serviceId: 'same',
    status: 'confirmed',
    start,
    end: new Date(Date.parse(start) + service.durationMin * 60_000).toISOString(),
    bufferBefore: service.bufferBefore ?? 0,
    bufferAfter: service.bufferAfter ?? 0,
    seats,
  };
}

describe('a claim', () => {
  it('fits wherever a slot is listed, for exactly the seats that are left', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const capacity = input.service.capacity ?? 1;
        const now = new Date(input.now);
        for (const { start, seatsLeft } of slotsWithSeats(input).slice(0, 20)) {
          const claims = claimsOf(input);
          const all = claimFor(input, start, seatsLeft);
          expect(claimOutcome(all, claims, capacity, now)).toEqual({ ok: true });
          const tooMany = { ...all, seats: seatsLeft + 1 };
          expect(claimOutcome(tooMany, claims, capacity, now)).toEqual({ ok: false, seatsLeft });
        }
      }),
    );
  });

  it('takes its slot away, and every listed slot after it still excludes it', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const capacity = input.service.capacity ?? 1;
        const [first] = availableSlots(input);
        if (!first) return;
        const claim = claimFor(input, first, capacity);
        const bookings = [...(input.bookings ?? []), claim];
        const own = claimFootprint(claim);
        for (const start of availableSlots({ ...input, bookings })) {
          expect(conflicts(claimFootprint(claimFor(input, start, 1)), own)).toBe(false);
        }
      }),
    );
  });

  it('shares a written day with every claim it conflicts with', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const claims = claimsOf(input).filter(({ start, end }) => start < end);
        for (const a of claims) {
          for (const b of claims) {
            if (!conflicts(claimFootprint(a), claimFootprint(b))) continue;
            expect(claimDays(a).some((day) => claimDays(b).includes(day))).toBe(true);
          }
        }
      }),
    );
  });

  it('is written to each UTC date its buffers touch, not to the one its end only meets', () => {
    const claim: Claim = {
      bookingId: 'b',
      serviceId: 's',
      status: 'confirmed',
      start: '2026-06-01T22:00:00.000Z',
      end: '2026-06-01T23:30:00.000Z',
      bufferBefore: 0,
      bufferAfter: 30,
      seats: 1,
    };
    expect(claimDays(claim)).toEqual(['2026-06-01']);
    expect(claimDays({ ...claim, bufferAfter: 31 })).toEqual(['2026-06-01', '2026-06-02']);
    expect(claimDays({ ...claim, bufferBefore: 22 * 60 + 1 })).toEqual([
      '2026-05-31',
      '2026-06-01',
    ]);
  });

  it('is not in its own way when it is moved', () => {
    const claim = {
      bookingId: 'b',
      serviceId: 's',
      status: 'confirmed',
      start: '2026-06-01T10:00:00.000Z',
      end: '2026-06-01T11:00:00.000Z',
      bufferBefore: 0,
      bufferAfter: 0,
      seats: 1,
    } as const;
    const moved = { ...claim, start: '2026-06-01T10:30:00.000Z', end: '2026-06-01T11:30:00.000Z' };
    expect(claimOutcome(moved, [claim], 1, new Date(0))).toEqual({ ok: true });
    expect(claimOutcome({ ...moved, bookingId: 'c' }, [claim], 1, new Date(0)).ok).toBe(false);
  });
});
