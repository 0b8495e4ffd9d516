import {
  type Balances,
  balances,
  currencyOf,
  type Quote,
  quote,
  type Standing,
  standing,
} from '../../services/domain/money';
import { requireBooking, settleRefund } from '../../services/shared/bookings';
import type { LedgerItem } from '../../services/shared/table';
import { aBooking, aProvider, aService } from '../../services/shared/testing';
import type { MoneyWorld } from './world';

/** What may happen to the money of a booking after it was paid; fractions are of what could move at most. */
export type Act =
  | { kind: 'refund'; fraction: number }
  | { kind: 'dashboard'; fraction: number; isShared: boolean }
  | { kind: 'dispute'; fraction: number }
  | { kind: 'win' | 'lose' | 'payout' | 'refundFails' };

/** A booking that was paid at the stand-in, and what can be done to its money. */
export interface Sale {
  bookingId: string;
  price: Quote;
  /** Does it if it is possible now. */
  act(act: Act): Promise<void>;
  entries(): Promise<Pick<LedgerItem, 'type' | 'amountMinor' | 'currency'>[]>;
  standing(): Promise<Standing>;
  /** Gains of each party by the ledger, payouts included. */
  ledger(): Promise<Balances>;
  /** The same two sides by Stripe's own balances, since before the sale. */
  atStripe(): Promise<{ platform: number; provider: number }>;
}

/** Sells a booking: a held one is paid by card, as the stand-in's customer does it. */
export async function aSale(
  world: MoneyWorld,
  input: { unitPriceMinor: number; currency: string; guest: boolean },
): Promise<Sale> {
  const { stripe, table, context } = world;
  const price = quote(input);
  const currency = input.currency.toLowerCase();
  const provider = await aProvider(table, { currency: input.currency });
  const account = await openAccount(world, provider.providerId);
  await table.provider
    .patch({ providerId: provider.providerId })
    .set({ stripeAccountId: account })
    .go();
  const service = await aService(table, provider);
  const { commissionMinor: _, ...charged } = price;
  const booking = await aBooking(table, service, {
    state: 'held',
    ...charged,
    stripeAccountId: account,
    startsAt: '2099-06-01T10:00:00.000Z',
    endsAt: '2099-06-01T11:00:00.000Z',
  });
  const { bookingId } = booking;
  const platformBefore = await world.balanceMinor(currency);
  const intent = await world.payments.createIntent({
    bookingId,
    amountMinor: price.totalMinor,
    applicationFeeMinor: price.applicationFeeMinor,
    currency: input.currency,
    destination: account,
    isCapturedLater: false,
  });
  await table.booking.patch({ bookingId }).set({ paymentIntentId: intent.id }).go();
  await stripe.paymentIntents.confirm(intent.id, {
    payment_method: 'pm_card_visa',
    return_url: 'https://market.test',
  });

  const entries = async () => {
    const [ofBooking, payouts] = await Promise.all([
      table.ledger.query.primary({ bookingId }).go({ pages: 'all' }),
      table.payout.query.primary({ ownerId: provider.providerId }).go({ pages: 'all' }),
    ]);
    return [...ofBooking.data, ...payouts.data];
  };
  const openDispute = async () =>
    (await stripe.disputes.list({ payment_intent: intent.id })).data.find(
      ({ status }) => status === 'needs_response',
    );
  const leftMinor = async () => {
    const { latest_charge: charge } = await stripe.paymentIntents.retrieve(intent.id, {
      expand: ['latest_charge'],
    });
    if (charge === null || typeof charge === 'string') throw new Error('Not charged');
    return { chargeId: charge.id, leftMinor: charge.amount_captured - charge.amount_refunded };
  };

  return {
    bookingId,
    price,
    entries,
    standing: async () => standing(await entries()),
    ledger: async () => balances(await entries()),
    atStripe: async () => ({
      platform: (await world.balanceMinor(currency)) - platformBefore,
      provider: await world.balanceMinor(currency, account),
    }),
    async act(act) {
      const { chargeId, leftMinor: left } = await leftMinor();
      const partMinor = 'fraction' in act ? partOf(left, act.fraction, input.currency) : 0;
      switch (act.kind) {
        case 'refund': {
          const { refundedMinor } = await requireBooking(table, bookingId);
          const refundDueMinor = refundedMinor + partMinor;
          await table.booking.patch({ bookingId }).set({ refundDueMinor }).add({ version: 1 }).go();
          return settleRefund(context(), bookingId);
        }
        case 'dashboard':
          return refundInDashboard(world, intent.id, partMinor, act.isShared);
        case 'dispute':
          if (partMinor > 0 && !(await isHeldByBank(world, intent.id))) {
            world.controls.openDispute(chargeId, { amount: partMinor });
          }
          return;
        case 'win':
        case 'lose': {
          const dispute = await openDispute();
          if (dispute) world.controls.closeDispute(dispute.id, act.kind === 'win' ? 'won' : 'lost');
          return;
        }
        case 'refundFails': {
          const { data } = await stripe.refunds.list({ payment_intent: intent.id });
          const made = data.find(({ status }) => status === 'succeeded');
          if (made) world.controls.failRefund(made.id);
          return;
        }
        case 'payout':
          if ((await world.balanceMinor(currency, account)) > 0) {
            world.controls.createPayout(account, { currency });
          }
      }
    },
  };
}

async function openAccount({ stripe, controls }: MoneyWorld, providerId: string): Promise<string> {
  const { id } = await stripe.accounts.create({
    type: 'express',
    country: 'DE',
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
    metadata: { providerId },
  });
  controls.setOnboarded(id, true);
  return id;
}

/** As a person does it there, with or without the boxes that take it back from the provider. */
async function refundInDashboard(
  world: MoneyWorld,
  intentId: string,
  amountMinor: number,
  isShared: boolean,
): Promise<void> {
  if (amountMinor === 0 || (await isHeldByBank(world, intentId))) return;
  await world.stripe.refunds
    .create({
      payment_intent: intentId,
      amount: amountMinor,
      ...(isShared && { reverse_transfer: true, refund_application_fee: true }),
    })
    .catch((error: unknown) => {
      const hasNoMoney = (error as { code?: string }).code === 'balance_insufficient';
      if (!hasNoMoney) throw error;
    });
}

async function isHeldByBank({ stripe }: MoneyWorld, intentId: string): Promise<boolean> {
  const { data } = await stripe.disputes.list({ payment_intent: intentId });
  return data.some(({ status }) => status !== 'won');
}

/** A fraction in whole steps of the currency. */
function partOf(minor: number, fraction: number, currency: string): number {
  const { stepMinor } = currencyOf(currency);
  return Math.floor((minor / stepMinor) * fraction) * stepMinor;
}
