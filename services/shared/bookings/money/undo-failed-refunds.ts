import type { BookingItem } from '../../table';
import { bookingLedger } from './ledger';
import type { MoneyContext, PlanDraft } from './plan';
import { settle } from './settle';

/**
 * Takes back refunds that a bank did not accept, days after they were made: the ledger tells of their
 * return, and what they had moved of the shares moves back.
 * @returns whether there was one.
 */
export async function undoFailedRefunds(ctx: MoneyContext, bookingId: string): Promise<boolean> {
  let hasUndone = false;
  await settle(ctx, bookingId, async (booking) => {
    const draft = await nextFailed(ctx, booking);
    hasUndone ||= draft !== undefined;
    return draft;
  });
  return hasUndone;
}

async function nextFailed(ctx: MoneyContext, booking: BookingItem): Promise<PlanDraft | undefined> {
  const { failedRefunds } = await ctx.payments.readReturns(booking.paymentIntentId ?? '');
  if (failedRefunds.length === 0) return undefined;
  const entered = new Map(
    (await bookingLedger(ctx, booking))
      .filter(({ type }) => type === 'refund')
      .map(({ stripeId, amountMinor }) => [stripeId, amountMinor]),
  );
  for (const { refundId: stripeId, returned } of failedRefunds) {
    const amountMinor = entered.get(stripeId);
    if (amountMinor !== undefined && !entered.has(returned.id)) {
      return { kind: 'failed_refund', amountMinor, stripeId };
    }
  }
  return undefined;
}
