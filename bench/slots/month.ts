import type { AvailabilityInput } from '@marketplace/services/domain/availability';

const SERVICES = 8;
const BOOKINGS = 400;
const OVERRIDES = 60;
const MS_PER_MINUTE = 60_000;
const DAY_MS = 86_400_000;
const FIRST_MS = Date.parse('2026-10-15T00:00:00Z');

/** The same numbers on every run: a multiplicative generator. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const iso = (ms: number) => new Date(ms).toISOString();
const dateOf = (ms: number) => iso(ms).slice(0, 10);

function bookings(next: (below: number) => number): AvailabilityInput['bookings'] {
  return Array.from({ length: BOOKINGS }, (_, index) => {
    const startMs = FIRST_MS + next(45) * DAY_MS + next(96) * 15 * MS_PER_MINUTE;
    return {
      start: iso(startMs),
      end: iso(startMs + (30 + next(4) * 15) * MS_PER_MINUTE),
      status: 'confirmed' as const,
      serviceId: `service-${index % SERVICES}`,
      bufferBefore: 0,
      bufferAfter: 10,
    };
  });
}

/** A month of a busy provider in New York, across the end of daylight saving. */
export function busyMonth(): AvailabilityInput[] {
  const next = numbers(20_261_122);
  const shared = {
    timezone: 'America/New_York',
    rules: [
      { days: [1, 2, 3, 4, 5], start: '08:00', end: '12:30' },
      { days: [1, 2, 3, 4, 5], start: '13:30', end: '19:00' },
      { days: [6], start: '10:00', end: '16:00' },
      { days: [5], start: '22:00', end: '02:00' },
    ],
    overrides: Array.from({ length: OVERRIDES }, (_, index) => ({
      date: dateOf(FIRST_MS + index * DAY_MS),
      intervals: index % 3 ? [{ start: '09:00', end: '17:00' }] : [],
    })),
    bookings: bookings(next) ?? [],
    now: '2026-10-16T12:00:00.000Z',
    range: { from: '2026-10-20T00:00:00.000Z', to: '2026-11-20T00:00:00.000Z' },
  };
  return Array.from({ length: SERVICES }, (_, index) => ({
    ...shared,
    service: {
      durationMin: 30 + index * 15,
      bufferBefore: 5,
      bufferAfter: 10,
      minNoticeMin: 120,
      stepMin: 15,
      capacity: 1,
    },
  }));
}
