import { cancellationRefund } from '../../domain/policy';
import { ProblemError } from '../lambda';
import type { BookingItem } from '../table';
import { commitBooking } from './commit/commit-booking';
import type { BookingsContext } from './context';
import { releasePayment } from './money/release-payment';
import { settleRefund } from './money/settle-refund';
import { committed, moved, withRefundDue } from './moved';
import { requireBooking } from './read-booking';

/** What a customer gets back when the booking is cancelled now; 0 while nothing was charged. */
export function refundNow(booking: BookingItem, by: 'customer' | 'provider', now: Date): number {
  if (booking.paidAt === undefined) return 0;
  const { policy, totalMinor, currency } = booking;
  const start = new Date(booking.startsAt);
  return cancellationRefund({ policy, start, now, totalMinor, currency, by }).refundMinor;
}

export interface Cancellation {
  booking: BookingItem;
  by: 'customer' | 'provider' | 'operator';
  /** What the person was shown; refused when it is something else by now. */
  expectedRefundMinor?: number | undefined;
}

/**
 * Cancels a booking, frees its slot and gives back what is due. If Stripe cannot be reached the
 * refund follows from the outbox.
 * @throws ProblemError `NOT_POSSIBLE_NOW`, `REFUND_CHANGED`, `CONFLICT`
 */
export async function cancelBooking(
  ctx: BookingsContext,
  { booking, by, expectedRefundMinor }: Cancellation,
): Promise<BookingItem> {
  const refundMinor = refundNow(booking, by === 'customer' ? 'customer' : 'provider', ctx.now);
  const cancelled = moved(booking, 'cancel', by, ctx.now);
  if (expectedRefundMinor !== undefined && expectedRefundMinor !== refundMinor) {
    throw new ProblemError('REFUND_CHANGED', { members: { refundMinor } });
  }
  const after = refundMinor > 0 ? withRefundDue(cancelled, refundMinor, ctx.now) : cancelled;
  const isKnownToProvider = booking.state !== 'held';
  committed(
    await commitBooking(ctx, {
      before: booking,
      after,
      ...(isKnownToProvider && { topic: 'booking.cancelled' as const }),
    }),
  );
  ctx.metrics.count('BookingCancelled');
  await moveMoney(ctx, after);
  return requireBooking(ctx.table, booking.bookingId);
}

async function moveMoney(ctx: BookingsContext, booking: BookingItem): Promise<void> {
  try {
    if (booking.paidAt === undefined) await releasePayment(ctx, booking);
    else await settleRefund(ctx, booking.bookingId);
  } catch (error) {
    ctx.log.error('Money could not be moved yet', { bookingId: booking.bookingId, error });
  }
}
