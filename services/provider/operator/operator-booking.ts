import { standing } from '../../domain/money';
import { stateNow } from '../../domain/process';
import { refundableMinor } from '../../shared/bookings';
import type { BookingItem } from '../../shared/table';
import { disputeOf } from '../bookings/provider-booking';
import type { ProviderContext } from '../context';
import type { OperatorBooking, OperatorBookingDetail } from '../contract';
import { shownEntry } from '../earnings/get-earnings';

type Context = Pick<ProviderContext, 'table' | 'now'>;

/** A booking as an operator sees it in a list. */
export async function operatorBooking(
  { table, now }: Context,
  booking: BookingItem,
): Promise<OperatorBooking> {
  const { bookingId, baseMinor, surchargeMinor, totalMinor, currency } = booking;
  const { data: contact } = await table.bookingContact.get({ bookingId }).go();
  return {
    bookingId,
    state: stateNow(booking, now),
    serviceId: booking.serviceId,
    serviceTitle: booking.serviceTitle,
    start: booking.startsAt,
    end: booking.endsAt,
    seats: booking.seats,
    price: { baseMinor, surchargeMinor, totalMinor, currency },
    providerNetMinor: booking.providerNetMinor,
    refundedMinor: booking.refundedMinor,
    ...disputeOf(booking),
    customerKind: booking.isGuest ? 'guest' : 'signed-in',
    createdAt: booking.createdAt,
    provider: {
      providerId: booking.providerId,
      name: booking.providerName,
      slug: booking.providerSlug,
    },
    customer: contact && { name: contact.name, email: contact.email },
    paymentIntentId: booking.paymentIntentId ?? null,
    refundDueMinor: booking.refundDueMinor,
    refundableMinor: refundableMinor(booking),
  };
}

/** The same with its ledger, which is the one that the provider reads. */
export async function operatorBookingDetail(
  context: Context,
  booking: BookingItem,
): Promise<OperatorBookingDetail> {
  const { bookingId } = booking;
  const { data } = await context.table.ledger.query
    .primary({ bookingId })
    .go({ pages: 'all', consistent: true });
  const entries = data.toSorted((a, b) => a.at.localeCompare(b.at));
  return {
    ...(await operatorBooking(context, booking)),
    standing: standing(entries),
    entries: entries.map(shownEntry),
  };
}
