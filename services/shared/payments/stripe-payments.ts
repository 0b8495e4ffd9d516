import type Stripe from 'stripe';
import type { Account, IntentRequest, Payments } from './port';
import { INTENT_EXPANSIONS, idOf, toIntent } from './read-intent';
import { reachable, underKey, unlessRefused } from './stripe-client';
import { stripeReadings } from './stripe-readings';
import { stripeRefunds } from './stripe-refunds';

const isTooLate = ({ code }: { code?: string | undefined }) =>
  code === 'payment_intent_unexpected_state';

/** An intent whose opening failed has a secret that nobody was told: it is never paid. */
const neverFound = async () => undefined;

/** The marketplace's payments, made by Stripe: destination charges with an absolute fee. */
export function stripePayments(stripe: Stripe): Payments {
  const readIntent = async (intentId: string) =>
    toIntent(
      await reachable(stripe.paymentIntents.retrieve(intentId, { expand: INTENT_EXPANSIONS })),
    );

  return {
    readIntent,
    async readIntentOfCharge(chargeId) {
      const { payment_intent: intent } = await reachable(stripe.charges.retrieve(chargeId));
      return intent === null ? undefined : readIntent(idOf(intent));
    },
    async readIntentOfRefund(refundId) {
      const { payment_intent: intent } = await reachable(stripe.refunds.retrieve(refundId));
      return intent === null ? undefined : readIntent(idOf(intent));
    },
    async createIntent(request) {
      const intent = underKey(
        `booking:${request.bookingId}:payment-intent`,
        (options) => stripe.paymentIntents.create(intentParams(request), options),
        neverFound,
      );
      return toIntent(await reachable(intent));
    },
    async repriceIntent(intentId, { amountMinor, applicationFeeMinor }) {
      const price = { amount: amountMinor, application_fee_amount: applicationFeeMinor };
      const updated = await unlessRefused(stripe.paymentIntents.update(intentId, price), isTooLate);
      return updated && toIntent(updated);
    },
    async cancelIntent(intentId) {
      await unlessRefused(stripe.paymentIntents.cancel(intentId), isTooLate);
      return readIntent(intentId);
    },
    async captureIntent(intentId) {
      await unlessRefused(stripe.paymentIntents.capture(intentId), isTooLate);
      return readIntent(intentId);
    },
    ...stripeRefunds(stripe),
    ...stripeReadings(stripe),
    async readAccount(accountId) {
      return toAccount(await reachable(stripe.accounts.retrieve(accountId)));
    },
  };
}

function intentParams(request: IntentRequest): Stripe.PaymentIntentCreateParams {
  return {
    amount: request.amountMinor,
    currency: request.currency.toLowerCase(),
    application_fee_amount: request.applicationFeeMinor,
    transfer_data: { destination: request.destination },
    on_behalf_of: request.destination,
    capture_method: request.isCapturedLater ? 'manual' : 'automatic',
    automatic_payment_methods: { enabled: true },
    metadata: { bookingId: request.bookingId },
  };
}

function toAccount(account: Stripe.Account): Account {
  const providerId = account.metadata?.providerId;
  return {
    id: account.id,
    ...(providerId !== undefined && { providerId }),
    chargesEnabled: account.charges_enabled,
    payoutsEnabled: account.payouts_enabled,
  };
}
