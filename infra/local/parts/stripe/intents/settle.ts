import type Stripe from 'stripe';
import { createApplicationFee } from '../objects/application-fees';
import { post } from '../objects/balance/balance';
import { createDestinationPayment } from '../objects/charges';
import { behaviourOfMethod } from '../objects/customers/payment-methods';
import { openDispute } from '../objects/disputes';
import { createTransfer } from '../objects/transfers';
import { idOf } from '../state/ids';
import type { World } from '../world';

/**
 * The whole charge goes to the connected account, the application fee comes back; the account's
 * payment shows the fee as its cost. Stripe's own fee stays with the platform.
 */
function payDestination(world: World, charge: Stripe.Charge, account: string): void {
  const { amount_captured: amount, currency } = charge;
  const payment = createDestinationPayment(world, charge, account);
  const transfer = createTransfer(world, {
    amount,
    currency,
    destination: account,
    sourceCharge: charge.id,
    destinationPayment: payment.id,
    transferGroup: charge.transfer_group ?? `group_${idOf(charge.payment_intent)}`,
  });
  const feeMinor = charge.application_fee_amount ?? 0;
  const received = post(world, account, {
    amount,
    currency,
    type: 'payment',
    reportingCategory: 'charge',
    source: payment.id,
    fees: [{ amount: feeMinor, type: 'application_fee', description: 'application fee' }],
  });
  world.store.patch(payment, { balance_transaction: received.id, source_transfer: transfer.id });
  world.store.patch(charge, { transfer: transfer.id });
  if (feeMinor === 0) return;
  const fee = createApplicationFee(world, {
    amount: feeMinor,
    currency,
    account,
    payment: payment.id,
    charge: charge.id,
  });
  world.store.patch(charge, { application_fee: fee.id });
  world.store.patch(payment, { application_fee: fee.id });
}

/** Takes the money of an authorised charge and distributes it; the intent has then succeeded. */
export function settle(
  world: World,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
  amount: number,
): Stripe.PaymentIntent {
  const { currency } = charge;
  world.store.patch(charge, { captured: true, amount_captured: amount });
  const stripeFee = world.stripeFeeMinor(amount, currency);
  const received = post(world, 'platform', {
    amount,
    currency,
    type: 'charge',
    source: charge.id,
    fees: [{ amount: stripeFee, type: 'stripe_fee', description: 'Stripe processing fees' }],
  });
  world.store.patch(charge, { balance_transaction: received.id });
  const account = idOf(intent.transfer_data?.destination);
  if (account) payDestination(world, charge, account);
  world.store.patch(intent, {
    status: 'succeeded',
    amount_capturable: 0,
    amount_received: amount,
    latest_charge: charge.id,
    next_action: null,
    last_payment_error: null,
  });
  world.emit(intent.capture_method === 'manual' ? 'charge.captured' : 'charge.succeeded', charge);
  world.emit('payment_intent.succeeded', intent);
  if (behaviourOfMethod(world, charge.payment_method ?? '').dispute) openDispute(world, charge.id);
  return intent;
}
