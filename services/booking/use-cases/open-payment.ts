import { stateNow } from '../../domain/process';
import { commitBooking, moved } from '../../shared/bookings';
import { ProblemError } from '../../shared/lambda';
import type { Intent } from '../../shared/payments';
import type { BookingItem, PaymentItem } from '../../shared/table';
import type { BookingContext } from '../context';

/**
 * Opens the payment of a held booking at Stripe, or finds the one that was opened.
 * @throws ProblemError `HOLD_EXPIRED`, `PROVIDER_UNAVAILABLE` when Stripe will not take it, `UNAVAILABLE`
 */
export async function openPayment(ctx: BookingContext, booking: BookingItem): Promise<Intent> {
  if (stateNow(booking, ctx.now) !== 'held') throw new ProblemError('HOLD_EXPIRED');
  try {
    return await ctx.payments.createIntent({
      bookingId: booking.bookingId,
      amountMinor: booking.totalMinor,
      applicationFeeMinor: booking.applicationFeeMinor,
      currency: booking.currency,
      destination: booking.stripeAccountId,
      isCapturedLater: booking.requiresApproval,
    });
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'UNAVAILABLE') throw error;
    ctx.log.error('Stripe refused a payment', { bookingId: booking.bookingId, error });
    const after = moved(booking, 'expire', 'system', ctx.now);
    await commitBooking(ctx, { before: booking, after });
    throw new ProblemError('PROVIDER_UNAVAILABLE');
  }
}

/** Keeps a payment. The booking is not written again: it learns of its payment when something was paid. */
export async function keepPayment(
  { table, now }: BookingContext,
  { bookingId }: BookingItem,
  intent: Intent,
): Promise<PaymentItem> {
  const { data } = await table.payment
    .put({
      bookingId,
      paymentIntentId: intent.id,
      clientSecret: intent.clientSecret,
      stripeStatus: intent.status,
      amountMinor: intent.amountMinor,
      currency: intent.currency,
      createdAt: now.toISOString(),
    })
    .go();
  return data;
}
