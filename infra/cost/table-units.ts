/**
 * What each journey reads and writes of the table, indexes included, where no cache answers: counted by
 * `bench/units` on a business with four services, twenty reviews and a month of three bookings a day.
 * Home and search are answered from snapshots. A webhook is all that follows from a payment: two events,
 * the booking confirmed, its ledger entries, and both mails.
 */
export const JOURNEY_TABLE_UNITS = {
  home: { read: 0, write: 0 },
  search: { read: 0, write: 0 },
  provider: { read: 10.5, write: 0 },
  slots: { read: 6, write: 0 },
  booking: { read: 6.5, write: 14 },
  webhook: { read: 8.5, write: 34 },
} as const;
