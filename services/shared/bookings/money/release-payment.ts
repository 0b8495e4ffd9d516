import type { BookingItem } from '../../table';
import type { BookingsContext } from '../context';
import { settlePayment } from './settle-payment';

/**
 * Lets go of a payment that is not wanted any more. One that went through meanwhile is settled
 * instead, which gives it back or, where the slot is still free, confirms the booking.
 */
export async function releasePayment(
  ctx: BookingsContext,
  { paymentIntentId }: BookingItem,
): Promise<void> {
  if (paymentIntentId === undefined) return;
  const intent = await ctx.payments.cancelIntent(paymentIntentId);
  if (intent.status === 'succeeded') await settlePayment(ctx, intent);
}
