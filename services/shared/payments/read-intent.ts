import type Stripe from 'stripe';
import type { Charge, Intent } from './port';

/** What has to be read with an intent to know what its charge moved. */
export const INTENT_EXPANSIONS = [
  'latest_charge.balance_transaction',
  'latest_charge.transfer',
  'latest_charge.application_fee',
];

/** Stripe's PaymentIntent in the words of the marketplace. */
export function toIntent(intent: Stripe.PaymentIntent): Intent {
  const charge = toCharge(intent.latest_charge);
  const { bookingId } = intent.metadata;
  return {
    id: intent.id,
    ...(bookingId !== undefined && { bookingId }),
    clientSecret: intent.client_secret ?? '',
    status: intent.status,
    amountMinor: intent.amount,
    applicationFeeMinor: intent.application_fee_amount ?? 0,
    currency: intent.currency.toUpperCase(),
    ...(charge && { charge }),
  };
}

function toCharge(charge: Stripe.PaymentIntent['latest_charge']): Charge | undefined {
  if (charge === null || typeof charge === 'string' || !charge.captured) return undefined;
  const transfer = objectOf(charge.transfer);
  const fee = objectOf(charge.application_fee);
  const balance = objectOf(charge.balance_transaction);
  return {
    id: charge.id,
    amountMinor: charge.amount_captured,
    createdAt: new Date(balance ? balance.created * 1000 : charge.created * 1000),
    refundedMinor: charge.amount_refunded,
    ...(transfer && { transfer: { id: transfer.id, amountMinor: transfer.amount } }),
    ...(fee && { applicationFee: { id: fee.id, amountMinor: fee.amount } }),
    ...(balance && {
      stripeFee: {
        id: balance.id,
        amountMinor: stripeFeeMinor(balance),
        currency: balance.currency.toUpperCase(),
      },
    }),
  };
}

function stripeFeeMinor({ fee_details: fees }: Stripe.BalanceTransaction): number {
  return fees
    .filter(({ type }) => type === 'stripe_fee')
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** What was asked to be expanded, if it is there. */
export function objectOf<Expanded extends object>(
  value: string | Expanded | null | undefined,
): Expanded | undefined {
  return value !== null && typeof value === 'object' ? value : undefined;
}

/** The id of what may have been expanded. */
export function idOf(value: string | { id: string }): string {
  return typeof value === 'string' ? value : value.id;
}
