import type Stripe from 'stripe';
import { invalid } from '../http/fault';
import type { Params } from '../http/params';
import { checkChargeAmount, checkStep } from '../objects/balance/currencies';
import { resolvePaymentMethod } from '../objects/customers/payment-methods';
import { idOf } from '../state/ids';
import type { World } from '../world';
import { checkFee } from './create';
import { settle } from './settle';
import { BEFORE_PAYMENT, requireStatus } from './state';

export const UPDATE_FIELDS = [
  'amount',
  'application_fee_amount',
  'customer',
  'description',
  'payment_method',
  'receipt_email',
  'transfer_group',
  'setup_future_usage',
] as const;
export const CAPTURE_FIELDS = [
  'amount_to_capture',
  'application_fee_amount',
  'final_capture',
] as const;
export const CANCEL_FIELDS = ['cancellation_reason'] as const;

const REASONS = ['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'] as const;

/** Changes price, method or notes; the price only while nobody has paid. */
export function updateIntent(
  world: World,
  intent: Stripe.PaymentIntent,
  params: Params,
): Stripe.PaymentIntent {
  const amount = params.integer('amount') ?? intent.amount;
  const feeMinor =
    params.integer('application_fee_amount') ?? intent.application_fee_amount ?? undefined;
  const methodId = params.string('payment_method');
  if (params.has('amount') || params.has('application_fee_amount') || methodId) {
    requireStatus(intent, 'update', BEFORE_PAYMENT);
  }
  checkChargeAmount(amount, intent.currency);
  checkFee(feeMinor, amount, idOf(intent.transfer_data?.destination) !== null);
  const method = methodId ? resolvePaymentMethod(world, methodId).id : idOf(intent.payment_method);
  world.store.patch(intent, {
    amount,
    application_fee_amount: feeMinor ?? null,
    customer: params.string('customer') ?? idOf(intent.customer),
    description: params.string('description') ?? intent.description,
    metadata: params.metadata(intent.metadata),
    payment_method: method,
    receipt_email: params.string('receipt_email') ?? intent.receipt_email,
    transfer_group: params.string('transfer_group') ?? intent.transfer_group,
    ...(methodId ? { status: 'requires_confirmation' } : {}),
  });
  return intent;
}

/** Takes an authorised amount, or less of it. */
export function captureIntent(
  world: World,
  intent: Stripe.PaymentIntent,
  params: Params,
): Stripe.PaymentIntent {
  requireStatus(intent, 'capture', ['requires_capture']);
  const charge = world.store.get('charge', idOf(intent.latest_charge) ?? '');
  const amount = params.integer('amount_to_capture') ?? intent.amount_capturable;
  if (amount < 1 || amount > intent.amount_capturable) {
    throw invalid(
      `The amount_to_capture must be between 1 and ${intent.amount_capturable}.`,
      'amount_to_capture',
    );
  }
  checkStep(amount, intent.currency, 'amount_to_capture');
  const feeMinor =
    params.integer('application_fee_amount') ?? intent.application_fee_amount ?? undefined;
  checkFee(feeMinor, amount, idOf(intent.transfer_data?.destination) !== null);
  world.store.patch(charge, { application_fee_amount: feeMinor ?? null });
  world.store.patch(intent, {
    application_fee_amount: feeMinor ?? null,
    metadata: params.metadata(intent.metadata),
  });
  return settle(world, intent, charge, amount);
}

function releaseAuthorisation(world: World, intent: Stripe.PaymentIntent): void {
  const charge = world.store.get('charge', idOf(intent.latest_charge) ?? '');
  world.store.patch(charge, { amount_refunded: charge.amount, refunded: true });
  world.emit('charge.refunded', charge);
}

/** Ends an intent that was not paid; an authorisation is given back. */
export function cancelIntent(
  world: World,
  intent: Stripe.PaymentIntent,
  params: Params,
): Stripe.PaymentIntent {
  requireStatus(intent, 'cancel', [...BEFORE_PAYMENT, 'requires_capture', 'processing']);
  const reason = params.oneOf('cancellation_reason', REASONS) ?? null;
  if (intent.status === 'requires_capture') releaseAuthorisation(world, intent);
  world.store.patch(intent, {
    status: 'canceled',
    amount_capturable: 0,
    canceled_at: world.nowSeconds(),
    cancellation_reason: reason,
    next_action: null,
  });
  world.emit('payment_intent.canceled', intent);
  return intent;
}
