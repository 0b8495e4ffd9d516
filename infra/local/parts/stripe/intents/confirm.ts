import type Stripe from 'stripe';
import { invalid, StripeFault } from '../http/fault';
import type { Params } from '../http/params';
import { createCharge } from '../objects/charges';
import type { CardBehaviour, Decline } from '../objects/customers/cards';
import {
  behaviourOfMethod,
  createPaymentMethod,
  resolvePaymentMethod,
} from '../objects/customers/payment-methods';
import { idOf } from '../state/ids';
import type { World } from '../world';
import { settle } from './settle';
import { BEFORE_PAYMENT, requireStatus } from './state';

export const CONFIRM_FIELDS = [
  'client_secret',
  'payment_method',
  'payment_method_data',
  'payment_method_options',
  'return_url',
  'receipt_email',
  'setup_future_usage',
  'off_session',
  'mandate_data',
  'use_stripe_sdk',
  'key',
  'expected_payment_method_type',
  'capture_method',
] as const;

export const hiddenReturnUrl = (intentId: string) => `return-url:${intentId}`;

function chosenMethod(world: World, intent: Stripe.PaymentIntent, params: Params): string {
  const data = params.object('payment_method_data');
  if (data) return createPaymentMethod(world, data).id;
  const given = params.string('payment_method');
  if (given) return resolvePaymentMethod(world, given).id;
  const before = idOf(intent.payment_method);
  if (before) return before;
  throw invalid(
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    'payment_method',
    'payment_intent_unexpected_state',
  );
}

function decline(world: World, intent: Stripe.PaymentIntent, method: string, why: Decline): never {
  const charge = createCharge(world, intent, method, why);
  const error = {
    type: 'card_error' as const,
    code: why.code,
    message: why.message,
    ...(why.declineCode ? { decline_code: why.declineCode } : {}),
    charge: charge.id,
  };
  world.store.patch(intent, {
    status: 'requires_payment_method',
    payment_method: null,
    latest_charge: charge.id,
    next_action: null,
    last_payment_error: {
      ...error,
      payment_method: world.store.get('payment_method', method),
    },
  });
  world.emit('charge.failed', charge);
  world.emit('payment_intent.payment_failed', intent);
  throw new StripeFault(402, { ...error, payment_intent: structuredClone(intent) });
}

function challenge(world: World, intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
  world.store.patch(intent, {
    status: 'requires_action',
    next_action: {
      type: 'redirect_to_url',
      redirect_to_url: {
        return_url: world.store.reveal(hiddenReturnUrl(intent.id)) ?? null,
        url: `${world.ownOrigin}/_sim/3ds/${intent.id}?client_secret=${intent.client_secret}`,
      },
    },
  });
  world.emit('payment_intent.requires_action', intent);
  return intent;
}

/** Charges the card: declined, authorised only, or paid. */
function pay(
  world: World,
  intent: Stripe.PaymentIntent,
  method: string,
  behaviour: CardBehaviour,
): Stripe.PaymentIntent {
  if (behaviour.decline) decline(world, intent, method, behaviour.decline);
  const charge = createCharge(world, intent, method);
  if (intent.capture_method !== 'manual') return settle(world, intent, charge, charge.amount);
  world.store.patch(intent, {
    status: 'requires_capture',
    amount_capturable: intent.amount,
    latest_charge: charge.id,
    next_action: null,
    last_payment_error: null,
  });
  world.emit('charge.succeeded', charge);
  world.emit('payment_intent.amount_capturable_updated', intent);
  return intent;
}

/** @throws StripeFault 402 when the card is declined */
export function confirmIntent(
  world: World,
  intent: Stripe.PaymentIntent,
  params: Params,
): Stripe.PaymentIntent {
  requireStatus(intent, 'confirm', BEFORE_PAYMENT);
  const method = chosenMethod(world, intent, params);
  const returnUrl = params.string('return_url');
  if (returnUrl) world.store.hide(hiddenReturnUrl(intent.id), returnUrl);
  world.store.patch(intent, {
    payment_method: method,
    receipt_email: params.string('receipt_email') ?? intent.receipt_email,
  });
  const behaviour = behaviourOfMethod(world, method);
  return behaviour.challenge ? challenge(world, intent) : pay(world, intent, method, behaviour);
}

/** The cardholder answered the 3-D Secure challenge. */
export function finishChallenge(
  world: World,
  intent: Stripe.PaymentIntent,
  isAuthenticated: boolean,
): Stripe.PaymentIntent {
  requireStatus(intent, 'confirm', ['requires_action']);
  const method = idOf(intent.payment_method) ?? '';
  if (isAuthenticated) return pay(world, intent, method, behaviourOfMethod(world, method));
  world.store.patch(intent, {
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_payment_error: {
      type: 'invalid_request_error',
      code: 'payment_intent_authentication_failure',
      message:
        'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
      payment_method: world.store.get('payment_method', method),
    },
  });
  world.emit('payment_intent.payment_failed', intent);
  return intent;
}
