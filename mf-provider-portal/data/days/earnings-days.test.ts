import { expect, it } from 'vitest';
import { entriesOf, everyDay } from './earnings-days';

it('days without a movement are there as zero, on the provider’s calendar', () => {
  const earnings = {
    currency: 'EUR',
    netMinor: 9_000,
    bookings: 1,
    byDay: [{ date: '2026-06-02', netMinor: 9_000, bookings: 1 }],
    entries: [],
  };
  const range = { from: '2026-05-31T23:00:00Z', to: '2026-06-02T12:00:00Z', earnings };
  expect(everyDay(range, 'Europe/Berlin')).toEqual([
    { date: '2026-06-01', netMinor: 0, bookings: 0 },
    { date: '2026-06-02', netMinor: 9_000, bookings: 1 },
  ]);
});

it('an entry belongs to the local date it happened on', () => {
  const entry = {
    bookingId: 'b1',
    type: 'transfer' as const,
    amountMinor: 1,
    currency: 'EUR',
    stripeId: 'tr_1',
    at: '2026-06-01T23:00:00.000Z',
  };
  expect(entriesOf([entry], '2026-06-02', 'Europe/Berlin')).toEqual([entry]);
  expect(entriesOf([entry], '2026-06-01', 'Europe/Berlin')).toEqual([]);
});
