import { stateNow } from '../../domain/process';
import { commitBooking, moved } from '../../shared/bookings';
import { answerItem, ProblemError } from '../../shared/lambda';
import type { Intent } from '../../shared/payments';
import { type BookingItem, transact } from '../../shared/table';
import type { BookingContext } from '../context';
import type { BookingCreated } from '../contract';

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

/**
 * Notes a payment with its booking, and the answer that tells of both with the write that asked for it.
 * @throws ProblemError `UNAVAILABLE`
 */
export async function keepPayment(
  { table, now, write }: BookingContext,
  { bookingId }: BookingItem,
  intent: Intent,
  answer: BookingCreated,
): Promise<void> {
  const outcome = await transact(() =>
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
      ...(write ? [answerItem(items, write, { status: 201, body: answer })] : []),
    ]),
  );
  if (outcome.ok && write) write.isAnswered = true;
  // Where a condition failed, another attempt of the same write has noted the same payment.
  if (!outcome.ok && outcome.reason === 'contention') throw new ProblemError('UNAVAILABLE');
}
