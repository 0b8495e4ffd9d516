import { hasBegun } from '../../domain/process';
import { cancelBooking } from '../../shared/bookings';
import { ProblemError } from '../../shared/lambda';
import { bookingView } from '../booking-view';
import type { BookingContext } from '../context';
import type { Booking } from '../contract';
import { isDoneAlready, requireOwnBooking } from '../require-access';

/** Cancels by the customer's wish; what goes back follows the terms stored with the booking. */
export async function cancel(
  ctx: BookingContext,
  input: { bookingId: string; expectedRefundMinor?: number | undefined },
): Promise<Booking> {
  const booking = await requireOwnBooking(ctx, input.bookingId);
  if (isDoneAlready(ctx, booking)) return bookingView(booking, ctx.now);
  if (hasBegun(booking, ctx.now)) throw new ProblemError('NOT_POSSIBLE_NOW');
  const cancelled = await cancelBooking(ctx, {
    booking,
    by: 'customer',
    expectedRefundMinor: input.expectedRefundMinor,
  });
  return bookingView(cancelled, ctx.now);
}
