import type { BookingItem, MarketTable } from '../../shared/table';
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
  const [contact, clientSecret] = await Promise.all([
    ctx.table.bookingContact.get({ bookingId }).go(),
    readClientSecret(ctx.table, booking),
  ]);
  return bookingView(booking, ctx.now, { customer: contact.data ?? undefined, clientSecret });
}

/** Of the booking's PaymentIntent, if it was opened yet. */
async function readClientSecret(
  table: MarketTable,
  { bookingId, paymentIntentId }: BookingItem,
): Promise<string | undefined> {
  if (paymentIntentId === undefined) return undefined;
  const { data } = await table.payment.get({ bookingId, paymentIntentId }).go();
  return data?.clientSecret;
}
