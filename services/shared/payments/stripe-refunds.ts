import type Stripe from 'stripe';
import type { Payments, RefundStep } from './port';
import { INTENT_EXPANSIONS, toIntent } from './read-intent';
import { reachable, unlessRefused } from './stripe-client';

/** Stripe keeps idempotency keys for a day; an older step is looked up before it is repeated. */
const KEY_LIFETIME_MS = 23 * 3600 * 1000;
const LIST_LIMIT = 100;

type Refunds = Pick<Payments, 'refund' | 'reverseTransfer' | 'refundApplicationFee'>;

/** The three movements of a refund, each on its own so that the shares are exactly ours. */
export function stripeRefunds(stripe: Stripe): Refunds {
  const chargeOf = async (step: RefundStep) => {
    const read = stripe.paymentIntents.retrieve(step.intentId, { expand: INTENT_EXPANSIONS });
    const { charge } = toIntent(await reachable(read));
    if (!charge) throw new Error(`The payment ${step.intentId} was never charged`);
    return charge;
  };

  return {
    async refund(step) {
      const { intentId, amountMinor } = step;
      const done = await lookUp(step, 'refund', () =>
        stripe.refunds.list({ payment_intent: intentId, limit: LIST_LIMIT }),
      );
      if (done) return done;
      const refund = stripe.refunds.create(
        { payment_intent: intentId, amount: amountMinor, metadata: metadataOf(step, 'refund') },
        { idempotencyKey: nameOf(step, 'refund') },
      );
      return { id: (await reachable(refund)).id };
    },
    async reverseTransfer(step) {
      const { transfer } = await chargeOf(step);
      if (!transfer) throw new Error(`The payment ${step.intentId} was never transferred`);
      const done = await lookUp(step, 'reversal', () =>
        stripe.transfers.listReversals(transfer.id, { limit: LIST_LIMIT }),
      );
      if (done) return done;
      const reversal = stripe.transfers.createReversal(
        transfer.id,
        { amount: step.amountMinor, metadata: metadataOf(step, 'reversal') },
        { idempotencyKey: nameOf(step, 'reversal') },
      );
      const made = await unlessRefused(reversal, 'balance_insufficient', 'insufficient_funds');
      return made && { id: made.id };
    },
    async refundApplicationFee(step) {
      const { applicationFee } = await chargeOf(step);
      if (!applicationFee) throw new Error(`The payment ${step.intentId} had no application fee`);
      const done = await lookUp(step, 'fee-refund', () =>
        stripe.applicationFees.listRefunds(applicationFee.id, { limit: LIST_LIMIT }),
      );
      if (done) return done;
      const refund = stripe.applicationFees.createRefund(
        applicationFee.id,
        { amount: step.amountMinor, metadata: metadataOf(step, 'fee-refund') },
        { idempotencyKey: nameOf(step, 'fee-refund') },
      );
      return { id: (await reachable(refund)).id };
    },
  };
}

interface Listed {
  data: readonly { id: string; metadata: Stripe.Metadata | null }[];
}

async function lookUp(
  step: RefundStep,
  movement: string,
  list: () => Promise<Listed>,
): Promise<{ id: string } | undefined> {
  if (Date.now() - step.dueSince.getTime() < KEY_LIFETIME_MS) return undefined;
  const { data } = await reachable(list());
  return data.find(({ metadata }) => metadata?.step === nameOf(step, movement));
}

function metadataOf(step: RefundStep, movement: string): Stripe.MetadataParam {
  return { bookingId: step.bookingId, step: nameOf(step, movement) };
}

function nameOf({ bookingId, refundedBeforeMinor }: RefundStep, movement: string): string {
  return `booking:${bookingId}:${movement}:${refundedBeforeMinor}`;
}
