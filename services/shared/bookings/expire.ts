import type { BookingItem } from '../table';
import { commitBooking } from './commit/commit-booking';
import type { BookingsContext } from './context';
import { intentIdOf } from './money/payment-of';
import { settlePayment } from './money/settle-payment';
import { moved } from './moved';

/**
 * Releases what nobody paid for, or nobody answered: first the payment, so that nothing can be paid
 * for a slot that is gone, then the slot. A payment that went through meanwhile is settled instead.
 * @returns false when the booking was moved on meanwhile.
 */
export async function expireBooking(ctx: BookingsContext, before: BookingItem): Promise<boolean> {
  const intentId = await intentIdOf(ctx.table, before);
  if (intentId !== undefined) {
    const intent = await ctx.payments.cancelIntent(intentId);
    if (intent.status === 'succeeded') {
      await settlePayment(ctx, intent);
      return false;
    }
  }
  const outcome = await commitBooking(ctx, {
    before,
    after: moved(before, 'expire', 'system', ctx.now),
    ...(before.state === 'requested' && { topic: 'booking.unanswered' as const }),
  });
  if (outcome.kind !== 'committed') return false;
  ctx.metrics.count('BookingExpired');
  return true;
}
