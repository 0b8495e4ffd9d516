import fc from 'fast-check';
import type { AvailabilityInput, Occupation, WallInterval } from '../types';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

/** Zones with half-hour and 45-minute offsets, odd shifts, midnight gaps and a skipped date. */
const ZONES = [
  'UTC',
  'America/New_York',
  'America/Havana',
  'America/St_Johns',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Eucla',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Pacific/Apia',
  'Pacific/Chatham',
];

/** Days around which one or more of the zones change their clocks. */
const EVENTFUL_DAYS = [
  '2011-12-29',
  '2026-03-07',
  '2026-03-28',
  '2026-04-04',
  '2026-04-23',
  '2026-06-01',
  '2026-10-03',
  '2026-10-24',
  '2026-10-31',
].map((date) => Date.parse(date));

export const anyZone = fc.constantFrom(...ZONES);
export const anyEventfulDay = fc.constantFrom(...EVENTFUL_DAYS);

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

export const anyOccupation = (dayMs: number): fc.Arbitrary<Occupation> =>
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

/** Four days around an eventful date, with rules, overrides and bookings that reach over each other. */
export const anyInput: fc.Arbitrary<AvailabilityInput> = anyEventfulDay.chain((dayMs) =>
  fc.record({
    timezone: anyZone,
    rules: fc.array(
      fc
        .record({
          days: fc.oneof(
            fc.constant([1, 2, 3, 4, 5, 6, 7]),
            fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
          ),
          window: fc.oneof(interval, fc.constant({ start: '00:00', end: '24:00' })),
        })
        .map(({ days, window }) => ({ days, ...window })),
      { minLength: 1, maxLength: 3 },
    ),
    overrides: fc.array(
      fc.record({
        date: instantNear(dayMs, 4).map((instant) => instant.slice(0, 10)),
        intervals: fc.array(interval, { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
    bookings: fc.array(anyOccupation(dayMs), { maxLength: 8 }),
    service,
    now: instantNear(dayMs, 3),
    range: fc.constant({
      from: new Date(dayMs - DAY_MS).toISOString(),
      to: new Date(dayMs + 3 * DAY_MS).toISOString(),
    }),
  }),
);
