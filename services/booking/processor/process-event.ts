import { settlePayment } from '../../shared/bookings';
import type { Account } from '../../shared/payments';
import { type InboxItem, type MarketTable, written } from '../../shared/table';
import type { ProcessorContext } from './context';

/**
 * Acts on a Stripe event by the state its object has now; what the event said is not looked at.
 * Events may come twice, late and in any order, and objects that are not ours are left alone.
 */
export async function processEvent(ctx: ProcessorContext, event: InboxItem): Promise<void> {
  const { objectType, objectId } = event;
  if (event.type === 'payment_intent.payment_failed') ctx.metrics.count('PaymentFailed');
  switch (objectType) {
    case 'payment_intent':
      return settlePayment(ctx, await ctx.payments.readIntent(objectId));
    case 'charge': {
      const intent = await ctx.payments.readIntentOfCharge(objectId);
      return intent && settlePayment(ctx, intent);
    }
    case 'account':
      return keepAccount(ctx.table, await ctx.payments.readAccount(objectId));
    default:
      ctx.log.debug('Nothing to do for an event', { type: event.type });
  }
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
