import type { Anomaly } from '../anomaly';
import type { Model } from '../model';

/** Once everything has come to rest, nothing is left half-way. */
export function checkFinish({ bookings, payments, endedMs }: Model): Anomaly[] {
  const unfinished = (message: string): Anomaly => ({ kind: 'unfinished', message });
  const paidAt = new Map(bookings.map((booking) => [booking.bookingId, booking.paidAt]));
  return [
    ...bookings.flatMap(({ bookingId, state, expiresAt, refundDueMinor, refundedMinor }) => {
      const isOverdue =
        (state === 'held' || state === 'requested') &&
        expiresAt !== undefined &&
        Date.parse(expiresAt) <= endedMs;
      return [
        ...(isOverdue ? [unfinished(`${bookingId} is ${state} after its deadline`)] : []),
        ...(refundedMinor < refundDueMinor
          ? [unfinished(`${bookingId}: ${refundedMinor} of ${refundDueMinor} went back`)]
          : []),
      ];
    }),
    ...payments.flatMap(({ intentId, bookingId, status }) => {
      if (status === 'succeeded' && paidAt.has(bookingId) && paidAt.get(bookingId) === undefined) {
        return [unfinished(`${intentId} succeeded and ${bookingId} does not know it`)];
      }
      return [];
    }),
  ];
}
