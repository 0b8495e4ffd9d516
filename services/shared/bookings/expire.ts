import type { BookingItem } from '../table';
import { commitBooking } from './commit-booking';
import type { BookingsContext } from './context';
import { moved } from './moved';
import { releasePayment } from './release-payment';

/**
 * Releases what nobody paid for, or nobody answered: the slot first, then the money.
 * @returns false when the booking was moved on meanwhile.
 */
export async function expireBooking(ctx: BookingsContext, before: BookingItem): Promise<boolean> {
  const after = moved(before, 'expire', 'system', ctx.now);
  const outcome = await commitBooking(ctx, {
    before,
    after,
    ...(before.state === 'requested' && { topic: 'booking.declined' as const }),
  });
  if (outcome.kind !== 'committed') return false;
  ctx.metrics.count('BookingExpired');
  await releasePayment(ctx, after);
  return true;
}
