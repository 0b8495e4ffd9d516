import type Stripe from 'stripe';
import type { Dispute, FailedRefund, Payments, Payout, Returned } from './port';
import { INTENT_EXPANSIONS, idOf, objectOf } from './read-intent';
import { reachable } from './stripe-client';
import { movementOf } from './stripe-refunds';

const LIST_LIMIT = 100;

type Readings = Pick<Payments, 'readReturns' | 'readDispute' | 'readPayout'>;

/** What Stripe did without being asked by the marketplace, by the state it has now. */
export function stripeReadings(stripe: Stripe): Readings {
  return {
    async readReturns(intentId) {
      const read = stripe.paymentIntents.retrieve(intentId, { expand: INTENT_EXPANSIONS });
      const charge = objectOf((await reachable(read)).latest_charge);
      const fee = charge?.application_fee;
      const transfer = charge?.transfer;
      const limit = LIST_LIMIT;
      const expand = ['data.failure_balance_transaction'];
      const refunds = await all(stripe.refunds.list({ payment_intent: intentId, limit, expand }));
      return {
        refunds: returnedBy(refunds),
        failedRefunds: failedOf(refunds),
        feeRefunds: returnedBy(
          fee ? await all(stripe.applicationFees.listRefunds(idOf(fee), { limit })) : [],
        ),
        reversals: returnedBy(
          transfer ? await all(stripe.transfers.listReversals(idOf(transfer), { limit })) : [],
        ),
      };
    },
    async readDispute(disputeId) {
      return toDispute(await reachable(stripe.disputes.retrieve(disputeId)));
    },
    async readPayout(payoutId, stripeAccount) {
      const expand = ['failure_balance_transaction'];
      const read = stripe.payouts.retrieve(payoutId, { expand }, { stripeAccount });
      return toPayout(await reachable(read));
    },
  };
}

interface Listed {
  id: string;
  amount: number;
  created: number;
  metadata: Stripe.Metadata | null;
  status?: string | null;
}

/** All pages, the oldest first. */
async function all<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of list) found.push(item);
  return found.toReversed();
}

/** What went back; refunds that failed gave nothing back. */
function returnedBy(listed: readonly Listed[]): Returned[] {
  return listed.flatMap((item) => {
    if (item.status === 'failed' || item.status === 'canceled') return [];
    const planName = item.metadata?.plan;
    return [{ ...movementOf(item), ...(planName !== undefined && { planName }) }];
  });
}

/** Refunds whose money the bank has sent back. */
function failedOf(refunds: readonly Stripe.Refund[]): FailedRefund[] {
  return refunds.flatMap(({ id: refundId, failure_balance_transaction: failure }) => {
    const returned = objectOf(failure);
    return returned ? [{ refundId, returned: movementOf(returned) }] : [];
  });
}

const STATES: Partial<Record<Stripe.Dispute.Status, Dispute['state']>> = {
  warning_needs_response: 'inquiry',
  warning_under_review: 'inquiry',
  warning_closed: 'inquiry',
  won: 'won',
  lost: 'lost',
};

function toDispute(dispute: Stripe.Dispute): Dispute {
  const { id, amount, payment_intent: intent, balance_transactions: moved } = dispute;
  const withdrawal = moved.find((transaction) => transaction.amount < 0);
  const return_ = moved.find((transaction) => transaction.amount > 0);
  const dueBy = dispute.evidence_details.due_by;
  return {
    id,
    ...(intent !== null && { intentId: idOf(intent) }),
    state: STATES[dispute.status] ?? 'open',
    amountMinor: amount,
    currency: dispute.currency.toUpperCase(),
    ...(dueBy !== null && { respondBy: new Date(dueBy * 1000) }),
    ...(withdrawal && {
      withdrawn: {
        ...movementOf(withdrawal),
        amountMinor: amount,
        fee: { amountMinor: withdrawal.fee, currency: withdrawal.currency.toUpperCase() },
      },
    }),
    ...(return_ && { reinstated: { ...movementOf(return_), amountMinor: amount } }),
  };
}

function toPayout(payout: Stripe.Payout): Payout {
  const failure = objectOf(payout.failure_balance_transaction);
  return {
    ...movementOf(payout),
    currency: payout.currency.toUpperCase(),
    ...(failure && { returned: movementOf(failure) }),
  };
}
