import type Stripe from 'stripe';

/** Every kind of object that the stand-in keeps. */
export interface Tables {
  account: Stripe.Account;
  application_fee: Stripe.ApplicationFee;
  balance_transaction: Stripe.BalanceTransaction;
  charge: Stripe.Charge;
  customer: Stripe.Customer;
  dispute: Stripe.Dispute;
  event: Stripe.Event;
  fee_refund: Stripe.FeeRefund;
  payment_intent: Stripe.PaymentIntent;
  payment_method: Stripe.PaymentMethod;
  payout: Stripe.Payout;
  refund: Stripe.Refund;
  transfer: Stripe.Transfer;
  transfer_reversal: Stripe.TransferReversal;
}

export type Kind = keyof Tables;

export const KINDS = [
  'account',
  'application_fee',
  'balance_transaction',
  'charge',
  'customer',
  'dispute',
  'event',
  'fee_refund',
  'payment_intent',
  'payment_method',
  'payout',
  'refund',
  'transfer',
  'transfer_reversal',
] as const satisfies readonly Kind[];

/** Whose object it is: the platform's own, or a connected account's. */
export const PLATFORM = 'platform';

export interface Row<K extends Kind = Kind> {
  owner: string;
  object: Tables[K];
}
