import type Stripe from 'stripe';
import { StripeFault } from '../http/fault';

type Status = Stripe.PaymentIntent.Status;

/** @throws StripeFault `payment_intent_unexpected_state` unless the intent is in one of `allowed` */
export function requireStatus(
  intent: Stripe.PaymentIntent,
  action: 'cancel' | 'capture' | 'confirm' | 'update',
  allowed: readonly Status[],
): void {
  if (allowed.includes(intent.status)) return;
  const reason =
    intent.status === 'succeeded' && action === 'confirm'
      ? 'it has already succeeded after being previously confirmed'
      : `it has a status of ${intent.status}`;
  throw new StripeFault(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message: `You cannot ${action} this PaymentIntent because ${reason}. Only a PaymentIntent with one of the following statuses may be ${action === 'cancel' ? 'canceled' : `${action}ed`}: ${allowed.join(', ')}.`,
    payment_intent: structuredClone(intent),
  });
}

export const BEFORE_PAYMENT = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
] as const satisfies readonly Status[];
