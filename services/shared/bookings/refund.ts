import { currencyOf } from '../../domain/money';
import { invalidInput, ProblemError } from '../lambda';
import type { BookingItem } from '../table';
import { commitBooking } from './commit/commit-booking';
import { isWritten } from './commit/message';
import type { BookingsContext } from './context';
import { givenBackMinor } from './money/plan';
import { settleRefund } from './money/settle-refund';
import { committed, withRefundDue } from './moved';
import { requireBooking } from './read-booking';

const TOPIC = 'booking.refunded';

/** What can still be given back of a booking: nothing unless it was paid, or while a bank disputes it. */
export function refundableMinor(booking: BookingItem): number {
  const { paidAt, disputeState, totalMinor } = booking;
  if (paidAt === undefined || disputeState === 'open' || disputeState === 'lost') return 0;
  return Math.max(0, totalMinor - givenBackMinor(booking) - dueMinor(booking));
}

/**
 * Gives any part of what was paid back, whatever the booking's terms; its state stays. If Stripe
 * cannot be reached the refund follows from the outbox. Another attempt of the same request refunds
 * nothing more, whatever happened to the booking in between.
 * @throws ProblemError `INVALID_INPUT`, `NOT_POSSIBLE_NOW`, `CONFLICT`
 */
export async function refundBooking(
  ctx: BookingsContext,
  { booking, amountMinor }: { booking: BookingItem; amountMinor: number },
): Promise<BookingItem> {
  if (!(await isWritten(ctx, TOPIC))) {
    assertRefundable(booking, amountMinor);
    const refundDueMinor = booking.refundedMinor + dueMinor(booking) + amountMinor;
    const after = withRefundDue(booking, refundDueMinor, ctx.now);
    committed(await commitBooking(ctx, { before: booking, after, topic: TOPIC }));
  }
  try {
    await settleRefund(ctx, booking.bookingId);
  } catch (error) {
    ctx.log.error('Money could not be moved yet', { bookingId: booking.bookingId, error });
  }
  return requireBooking(ctx.table, booking.bookingId);
}

/** Promised, and not gone back yet. */
function dueMinor({ refundDueMinor, refundedMinor }: BookingItem): number {
  return Math.max(0, refundDueMinor - refundedMinor);
}

function assertRefundable(booking: BookingItem, amountMinor: number): void {
  const mostMinor = refundableMinor(booking);
  if (mostMinor === 0) throw new ProblemError('NOT_POSSIBLE_NOW');
  const { stepMinor } = currencyOf(booking.currency);
  if (amountMinor % stepMinor !== 0) {
    const message = `Expected whole steps of ${stepMinor}`;
    throw invalidInput({ path: 'amountMinor', message });
  }
  if (amountMinor > mostMinor) {
    throw invalidInput({ path: 'amountMinor', message: `At most ${mostMinor} can go back` });
  }
}
