import { ProblemError, type RequestOptions } from '@marketplace/kit/slice/request';
import type { Booking } from '@marketplace/services/booking/contract';
import { fetchBooking } from '../bookings';

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 2_000;
const LIMIT_MS = 60_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Waiting extends Pick<RequestOptions, 'token' | 'signal'> {
  limitMs?: number;
}

/**
 * Waits until the payment that the browser saw has reached the booking, by asking at growing intervals.
 * @returns the booking, or null when `limitMs` passed while it was still held.
 */
export async function settledBooking(
  bookingId: string,
  { limitMs = LIMIT_MS, ...reach }: Waiting = {},
): Promise<Booking | null> {
  const endsAt = performance.now() + limitMs;
  for (
    let waitMs = FIRST_WAIT_MS;
    performance.now() < endsAt;
    waitMs = Math.min(waitMs * 1.5, LONGEST_WAIT_MS)
  ) {
    try {
      const booking = await fetchBooking(bookingId, reach);
      if (booking.state !== 'held') return booking;
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.status < 500) throw error;
    }
    await pause(waitMs);
  }
  return null;
}
