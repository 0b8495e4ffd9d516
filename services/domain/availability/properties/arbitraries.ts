import fc from 'fast-check';
import type { AvailabilityInput, Occupation, WallInterval } from '../types';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

type Kind = 'none' | 'gap' | 'overlap' | 'midnight gap' | 'midnight overlap' | 'skipped date';

/** A zone on a local date, with what happens to its clocks that day. */
interface ZoneDay {
  timeZone: string;
  date: string;
  kind: Kind;
}

/** Every kind of day that zones have: DST, half-hour and 45-minute offsets and shifts, midnights that are missing or come twice, dates left out. */
export const ZONE_DAYS = (
  [
    ['UTC', '2026-06-01', 'none'],
    ['Asia/Kathmandu', '2026-06-01', 'none'],
    ['Asia/Kolkata', '2026-03-29', 'none'],
    ['Australia/Eucla', '2026-10-04', 'none'],
    ['America/New_York', '2026-03-08', 'gap'],
    ['America/New_York', '2026-11-01', 'overlap'],
    ['America/St_Johns', '2026-03-08', 'gap'],
    ['America/St_Johns', '2026-11-01', 'overlap'],
    ['Europe/Berlin', '2026-03-29', 'gap'],
    ['Europe/Berlin', '2026-10-25', 'overlap'],
    ['Australia/Lord_Howe', '2026-10-04', 'gap'],
    ['Australia/Lord_Howe', '2026-04-05', 'overlap'],
    ['Pacific/Chatham', '2026-09-27', 'gap'],
    ['Pacific/Chatham', '2026-04-05', 'overlap'],
    ['Africa/Cairo', '2026-04-24', 'midnight gap'],
    ['America/Havana', '2026-03-08', 'midnight gap'],
    ['America/Havana', '2026-11-01', 'midnight overlap'],
    ['Pacific/Apia', '2011-12-30', 'skipped date'],
    ['Pacific/Kwajalein', '1993-08-21', 'skipped date'],
  ] satisfies [string, string, Kind][]
).map(([timeZone, date, kind]): ZoneDay => ({ timeZone, date, kind }));

export const anyZoneDay = fc.constantFrom(...ZONE_DAYS);

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const quarter = fc.integer({ min: 0, max: 95 }).map((index) => clock(index * 15));
const interval: fc.Arbitrary<WallInterval> = fc.record({
  start: quarter,
  end: fc.oneof(quarter, fc.constant('24:00')),
});

const instantNear = (dayMs: number, reachDays: number) =>
  fc
    .integer({ min: -reachDays * 96, max: reachDays * 96 })
    .map((quarters) => new Date(dayMs + quarters * 15 * MINUTE_MS).toISOString());

const occupationNear = (dayMs: number): fc.Arbitrary<Occupation> =>
  fc
    .record({
      start: instantNear(dayMs, 4),
      minutes: fc.constantFrom(0, 15, 30, 60, 90, 3000),
      status: fc.constantFrom<Occupation['status']>('confirmed', 'pending', 'hold', 'cancelled'),
      expiresAt: instantNear(dayMs, 6),
      serviceId: fc.constantFrom('same', 'other'),
      seats: fc.integer({ min: 1, max: 3 }),
      bufferAfter: fc.constantFrom(0, 15),
    })
    .map(({ minutes, ...rest }) => ({
      ...rest,
      end: new Date(Date.parse(rest.start) + minutes * MINUTE_MS).toISOString(),
    }));

const service = fc.record({
  id: fc.constant('same'),
  durationMin: fc.constantFrom(15, 30, 60, 90, 240),
  stepMin: fc.constantFrom(15, 30, 50, 60, 120),
  bufferBefore: fc.constantFrom(0, 15),
  bufferAfter: fc.constantFrom(0, 30),
  minNoticeMin: fc.constantFrom(0, 60, 1440),
  capacity: fc.integer({ min: 1, max: 3 }),
});

const weekdays = fc.oneof(
  fc.constant([1, 2, 3, 4, 5, 6, 7]),
  fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
);
const rule = fc
  .record({
    days: weekdays,
    window: fc.oneof(interval, fc.constant({ start: '00:00', end: '24:00' })),
  })
  .map(({ days, window }) => ({ days, ...window }));

/** Four days around such a day, with rules, overrides and bookings that reach over each other. */
export const anyInput: fc.Arbitrary<AvailabilityInput> = anyZoneDay.chain(({ timeZone, date }) => {
  const dayMs = Date.parse(date);
  return fc.record({
    timezone: fc.constant(timeZone),
    rules: fc.array(rule, { minLength: 1, maxLength: 3 }),
    overrides: fc.array(
      fc.record({
        date: instantNear(dayMs, 4).map((instant) => instant.slice(0, 10)),
        intervals: fc.array(interval, { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
    bookings: fc.array(occupationNear(dayMs), { maxLength: 8 }),
    service,
    now: instantNear(dayMs, 3),
    range: fc.constant({
      from: new Date(dayMs - DAY_MS).toISOString(),
      to: new Date(dayMs + 3 * DAY_MS).toISOString(),
    }),
  });
});

/** Such an input with one more booking of those days. */
export const anyInputAndBooking = anyInput.chain((input) =>
  fc.tuple(fc.constant(input), occupationNear(Date.parse(input.range.from) + DAY_MS)),
);
