import { stateNow } from '../../domain/process';
import { commitBooking, moved } from '../../shared/bookings';
import { ProblemError } from '../../shared/lambda';
import type { Intent } from '../../shared/payments';
import { type BookingItem, transact } from '../../shared/table';
import type { BookingContext } from '../context';

/**
 * Opens the payment of a held booking, or finds the one that was opened.
 * @throws ProblemError `HOLD_EXPIRED`, `PROVIDER_UNAVAILABLE` when Stripe will not take it, `UNAVAILABLE`
 */
export async function openPayment(
  ctx: BookingContext,
  booking: BookingItem,
): Promise<{ booking: BookingItem; clientSecret: string }> {
  if (stateNow(booking, ctx.now) !== 'held') throw new ProblemError('HOLD_EXPIRED');
  const intent = await createIntent(ctx, booking);
  await keepIntent(ctx, booking, intent);
  return { booking, clientSecret: intent.clientSecret };
}

async function createIntent(ctx: BookingContext, booking: BookingItem): Promise<Intent> {
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

async function keepIntent(
  { table, now }: BookingContext,
  { bookingId }: BookingItem,
  intent: Intent,
): Promise<void> {
  await transact(() =>
    table.transaction.write((items) => [
      items.booking
        .patch({ bookingId })
        .set({ paymentIntentId: intent.id })
        .add({ version: 1 })
        .where(({ paymentIntentId }, { notExists }) => notExists(paymentIntentId))
        .commit(),
      items.payment
        .put({
          bookingId,
          paymentIntentId: intent.id,
          clientSecret: intent.clientSecret,
          stripeStatus: intent.status,
          amountMinor: intent.amountMinor,
          currency: intent.currency,
          createdAt: now.toISOString(),
        })
        .commit(),
    ]),
  );
}
