import type { BookingItem } from '../../table';
import type { BookingsContext } from '../context';
import { intentIdOf } from './payment-of';
import { settlePayment } from './settle-payment';

/**
 * Lets go of a payment that is not wanted any more. One that went through meanwhile is settled
 * instead, which gives it back or, where the slot is still free, confirms the booking.
 */
export async function releasePayment(ctx: BookingsContext, booking: BookingItem): Promise<void> {
  const intentId = await intentIdOf(ctx.table, booking);
  if (intentId === undefined) return;
  const intent = await ctx.payments.cancelIntent(intentId);
  if (intent.status === 'succeeded') await settlePayment(ctx, intent);
}
