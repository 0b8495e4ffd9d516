import { stateNow } from '../../domain/process';
import { paymentOf } from '../../shared/bookings';
import { bookingView } from '../booking-view';
import type { BookingContext } from '../context';
import type { Booking } from '../contract';
import { requireOwnBooking } from '../require-access';

/** One booking with its contact and, while it waits for payment, what the payment form needs. */
export async function getBooking(
  ctx: BookingContext,
  { bookingId }: { bookingId: string },
): Promise<Booking> {
  const booking = await requireOwnBooking(ctx, bookingId);
  const [contact, payment] = await Promise.all([
    ctx.table.bookingContact.get({ bookingId }).go(),
    stateNow(booking, ctx.now) === 'held' ? paymentOf(ctx.table, booking) : undefined,
  ]);
  const extras = { customer: contact.data ?? undefined, clientSecret: payment?.clientSecret };
  return bookingView(booking, ctx.now, extras);
}
