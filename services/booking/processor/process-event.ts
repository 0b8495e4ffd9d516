import {
  adoptRefunds,
  readBooking,
  settleDispute,
  settlePayment,
  undoFailedRefunds,
} from '../../shared/bookings';
import type { Account, Intent } from '../../shared/payments';
import { type InboxItem, type MarketTable, written } from '../../shared/table';
import type { ProcessorContext } from './context';
import { keepPayout } from './keep-payout';

/**
 * Acts on a Stripe event by the state its object has now; what the event said is not looked at.
 * Events may come twice, late and in any order, and objects that are not ours are left alone.
 */
export async function processEvent(ctx: ProcessorContext, event: InboxItem): Promise<void> {
  const { objectType, objectId, account } = event;
  if (event.type === 'payment_intent.payment_failed') ctx.metrics.count('PaymentFailed');
  switch (objectType) {
    case 'payment_intent':
      return settleIntent(ctx, await ctx.payments.readIntent(objectId));
    case 'charge':
      return settleIntent(ctx, await ctx.payments.readIntentOfCharge(objectId));
    case 'refund':
      return settleIntent(ctx, await ctx.payments.readIntentOfRefund(objectId));
    case 'dispute':
      return processDispute(ctx, objectId);
    case 'account':
      return keepAccount(ctx.table, await ctx.payments.readAccount(objectId));
    case 'payout':
      return account === undefined ? undefined : keepPayout(ctx, { payoutId: objectId, account });
    default:
      ctx.log.debug('Nothing to do for an event', { type: event.type });
  }
}

/** The booking follows its payment; refunds that were made in Stripe's dashboard, or failed, are entered. */
async function settleIntent(ctx: ProcessorContext, intent: Intent | undefined): Promise<void> {
  if (intent?.bookingId === undefined) return;
  await settlePayment(ctx, intent);
  const booking = await readBooking(ctx.table, intent.bookingId);
  const refundedMinor = intent.charge?.refundedMinor ?? 0;
  if (!booking) return;
  if (refundedMinor > booking.refundedMinor) await adoptRefunds(ctx, intent.bookingId);
  if (refundedMinor < booking.refundedMinor && (await undoFailedRefunds(ctx, intent.bookingId))) {
    ctx.metrics.count('RefundFailed');
  }
}

/** A dispute may be heard of before the payment is: the payment is entered first. */
async function processDispute(ctx: ProcessorContext, disputeId: string): Promise<void> {
  const dispute = await ctx.payments.readDispute(disputeId);
  if (dispute.intentId === undefined) return;
  const intent = await ctx.payments.readIntent(dispute.intentId);
  if (intent.bookingId === undefined) return;
  await settlePayment(ctx, intent);
  await settleDispute(ctx, intent.bookingId, dispute);
}

/** Notes with the provider whether it can be paid. */
async function keepAccount(table: MarketTable, account: Account): Promise<void> {
  const { id, providerId, chargesEnabled, payoutsEnabled } = account;
  if (providerId === undefined) return;
  await written(
    table.provider
      .patch({ providerId })
      .set({ chargesEnabled, payoutsEnabled })
      .where(({ stripeAccountId }, { eq }) => eq(stripeAccountId, id))
      .go(),
  );
}
