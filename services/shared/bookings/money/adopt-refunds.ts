import type { BookingItem } from '../../table';
import { bookingLedger } from './ledger';
import type { MoneyContext, PlanDraft } from './plan';
import { settle } from './settle';

/**
 * Enters refunds that were made in Stripe's dashboard, one after the other, and moves of the
 * provider's and the platform's shares what the dashboard has not.
 * @returns whether there was one.
 */
export async function adoptRefunds(ctx: MoneyContext, bookingId: string): Promise<boolean> {
  let hasAdopted = false;
  await settle(ctx, bookingId, async (booking) => {
    const draft = await nextForeign(ctx, booking);
    hasAdopted ||= draft !== undefined;
    return draft;
  });
  return hasAdopted;
}

async function nextForeign(
  ctx: MoneyContext,
  booking: BookingItem,
): Promise<PlanDraft | undefined> {
  const { refunds } = await ctx.payments.readReturns(booking.paymentIntentId ?? '');
  const entered = new Set(
    (await bookingLedger(ctx, booking))
      .filter(({ type }) => type === 'refund')
      .map(({ stripeId }) => stripeId),
  );
  const foreign = refunds.find(({ id, planName }) => planName === undefined && !entered.has(id));
  return (
    foreign && { kind: 'foreign_refund', amountMinor: foreign.amountMinor, stripeId: foreign.id }
  );
}
