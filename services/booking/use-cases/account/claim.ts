import { commitBooking, committed, requireBooking } from '../../../shared/bookings';
import { ProblemError } from '../../../shared/lambda';
import type { BookingItem } from '../../../shared/table';
import { bookingView } from '../../booking-view';
import type { BookingContext } from '../../context';
import type { Booking } from '../../contract';
import { requireUser } from '../../require-access';

/** Attaches a guest's booking to the account of whoever holds its access token. */
export async function claim(
  ctx: BookingContext,
  input: { bookingId: string; accessToken: string },
): Promise<Booking> {
  const { userId: customerId } = requireUser(ctx.actor);
  const booking = await requireClaimable(ctx, input, customerId);
  if (booking.customerId === customerId) return bookingView(booking, ctx.now);
  const outcome = await commitBooking(ctx, { before: booking, after: { ...booking, customerId } });
  return bookingView(committed(outcome), ctx.now);
}

/**
 * The booking, if the token opens it and no other account has it.
 * @throws ProblemError `FORBIDDEN`, `NOT_FOUND`, `ALREADY_CLAIMED`
 */
export async function requireClaimable(
  { table, guestTokens }: BookingContext,
  { bookingId, accessToken }: { bookingId: string; accessToken: string },
  customerId: string,
): Promise<BookingItem> {
  if (guestTokens.verify(accessToken) !== bookingId) throw new ProblemError('FORBIDDEN');
  const booking = await requireBooking(table, bookingId);
  if (booking.customerId !== undefined && booking.customerId !== customerId) {
    throw new ProblemError('ALREADY_CLAIMED');
  }
  return booking;
}
