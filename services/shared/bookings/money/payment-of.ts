import type { BookingItem, MarketTable, PaymentItem } from '../../table';

/** The payment that was opened for a booking, if one was. */
export async function paymentOf(
  table: MarketTable,
  { bookingId }: Pick<BookingItem, 'bookingId'>,
): Promise<PaymentItem | undefined> {
  const { data } = await table.payment.query.primary({ bookingId }).go({ consistent: true });
  return data[0];
}

/** The PaymentIntent of a booking; until something was paid or authorised it is not noted with the booking. */
export async function intentIdOf(
  table: MarketTable,
  booking: Pick<BookingItem, 'bookingId' | 'paymentIntentId'>,
): Promise<string | undefined> {
  return booking.paymentIntentId ?? (await paymentOf(table, booking))?.paymentIntentId;
}
