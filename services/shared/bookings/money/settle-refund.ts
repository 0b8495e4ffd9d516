import type { BookingItem } from '../../table';
import { readBooking } from '../read-booking';
import { adoptRefunds } from './adopt-refunds';
import { givenBackMinor, type MoneyContext, type PlanDraft } from './plan';
import { settle } from './settle';

/**
 * Gives back what is due on a booking and has not gone back yet: first to the customer, then from
 * platform and provider by their shares. A provider without the money delays nobody: the platform
 * pays, and the debt is in the ledger. While the bank has a dispute, or has decided it against us,
 * Stripe gives nothing back; when it is won, the refund follows.
 */
export async function settleRefund(ctx: MoneyContext, bookingId: string): Promise<void> {
  const next = async (booking: BookingItem) => dueRefund(booking);
  const before = await readBooking(ctx.table, bookingId);
  if (!before || (!dueRefund(before) && !before.moneyPlan)) return;
  if (await wasRefundedElsewhere(ctx, before)) await adoptRefunds(ctx, bookingId);
  if (await settle(ctx, bookingId, next)) return;
  const hasAdopted = await adoptRefunds(ctx, bookingId);
  if (hasAdopted && (await settle(ctx, bookingId, next))) return;
  ctx.log.warn('Stripe refuses a refund that is due', { bookingId });
}

/** Whether Stripe has given back more than the booking knows of. */
async function wasRefundedElsewhere(
  { payments }: MoneyContext,
  { paymentIntentId, refundedMinor }: BookingItem,
): Promise<boolean> {
  if (paymentIntentId === undefined) return false;
  const { charge } = await payments.readIntent(paymentIntentId);
  return charge !== undefined && charge.refundedMinor > refundedMinor;
}

function dueRefund(booking: BookingItem): PlanDraft | undefined {
  const { refundDueMinor, refundedMinor, totalMinor, disputeState } = booking;
  if (disputeState === 'open' || disputeState === 'lost') return undefined;
  const amountMinor = Math.min(
    refundDueMinor - refundedMinor,
    totalMinor - givenBackMinor(booking),
  );
  return amountMinor > 0 ? { kind: 'refund', amountMinor, stripeId: '' } : undefined;
}
