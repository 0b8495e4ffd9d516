import type Stripe from 'stripe';
import { invalid, missingParam, StripeFault } from '../http/fault';
import { LIST_PARAMS, page, whereEqual } from '../http/list';
import type { Params } from '../http/params';
import { route } from '../http/route';
import { idOf, newId } from '../state/ids';
import type { World } from '../world';
import { refundApplicationFee } from './application-fees';
import { post } from './balance/balance';
import { checkStep } from './balance/currencies';
import { isHeldByBank } from './disputes';
import { reverseTransfer } from './transfers';

const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer'] as const;

function chargeOf(world: World, params: Params): Stripe.Charge {
  const chargeId = params.string('charge');
  if (chargeId) return world.store.get('charge', chargeId, 'charge');
  const intentId = params.string('payment_intent');
  if (!intentId) throw missingParam('payment_intent');
  const intent = world.store.get('payment_intent', intentId, 'payment_intent');
  const latest = idOf(intent.latest_charge);
  if (intent.status === 'succeeded' && latest) return world.store.get('charge', latest);
  throw invalid(
    `This PaymentIntent (${intentId}) does not have a successful charge to refund.`,
    'payment_intent',
  );
}

/** @throws StripeFault when the charge cannot give `amount` back */
function checkRefundable(world: World, charge: Stripe.Charge, amount: number): void {
  const left = charge.amount_captured - charge.amount_refunded;
  if (left <= 0) {
    throw new StripeFault(400, {
      type: 'invalid_request_error',
      code: 'charge_already_refunded',
      message: `Charge ${charge.id} has already been refunded.`,
    });
  }
  if (isHeldByBank(world, charge.id)) {
    throw new StripeFault(400, {
      type: 'invalid_request_error',
      code: 'charge_disputed',
      message: `Charge ${charge.id} has been charged back; cannot issue a refund.`,
    });
  }
  if (amount < 1) throw invalid('Invalid positive integer', 'amount');
  if (amount > left) {
    throw invalid(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      'amount',
    );
  }
  checkStep(amount, charge.currency);
}

/** Stripe's share of a partial refund, to the nearest minor unit; the last refund takes the rest. */
function proportion(wholeMinor: number, charge: Stripe.Charge, amount: number): number {
  return Number(
    (BigInt(wholeMinor) * BigInt(amount) * 2n + BigInt(charge.amount_captured)) /
      (BigInt(charge.amount_captured) * 2n),
  );
}

function feeShare(fee: Stripe.ApplicationFee, charge: Stripe.Charge, amount: number): number {
  const left = fee.amount - fee.amount_refunded;
  const isLast = charge.amount_refunded + amount === charge.amount_captured;
  return isLast ? left : Math.min(left, proportion(fee.amount, charge, amount));
}

/** Reverses the transfer's and the fee's share together with a refund, when asked to. */
function giveBack(world: World, charge: Stripe.Charge, refund: Stripe.Refund, params: Params) {
  const fee = world.store.find('application_fee', idOf(charge.application_fee) ?? '');
  const transfer = world.store.find('transfer', idOf(charge.transfer) ?? '');
  const isFeeRefunded = params.boolean('refund_application_fee');
  if (isFeeRefunded && !fee) {
    throw invalid('This charge has no application fee to refund.', 'refund_application_fee');
  }
  if (params.boolean('reverse_transfer') && !transfer) {
    throw invalid('This charge has no transfer to reverse.', 'reverse_transfer');
  }
  const feeMinor = isFeeRefunded && fee ? feeShare(fee, charge, refund.amount) : 0;
  if (params.boolean('reverse_transfer') && transfer) {
    const left = transfer.amount - transfer.amount_reversed;
    const reversal = reverseTransfer(world, transfer, {
      amount: Math.min(left, proportion(transfer.amount, charge, refund.amount)),
      metadata: {},
      refund: refund.id,
      feeReturnedMinor: feeMinor,
    });
    refund.transfer_reversal = reversal.id;
  }
  if (fee && feeMinor > 0) refundApplicationFee(world, fee, feeMinor);
}

function build(world: World, charge: Stripe.Charge, amount: number, params: Params): Stripe.Refund {
  return {
    id: newId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: world.nowSeconds(),
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    destination_details: {
      card: {
        reference_status: 'pending',
        reference_type: 'acquirer_reference_number',
        type: 'refund',
      },
      type: 'card',
    },
    metadata: params.metadata(),
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    reason: params.oneOf('reason', REASONS) ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  } satisfies Stripe.Refund;
}

function create(world: World, params: Params): Stripe.Refund {
  const charge = chargeOf(world, params);
  const amount = params.integer('amount') ?? charge.amount_captured - charge.amount_refunded;
  checkRefundable(world, charge, amount);
  const refund = build(world, charge, amount, params);
  giveBack(world, charge, refund, params);
  const paid = post(world, 'platform', {
    amount: -amount,
    currency: charge.currency,
    type: 'refund',
    source: refund.id,
  });
  refund.balance_transaction = paid.id;
  world.store.put('refund', refund);
  const amountRefunded = charge.amount_refunded + amount;
  world.store.patch(charge, {
    amount_refunded: amountRefunded,
    refunded: amountRefunded === charge.amount_captured,
  });
  world.emit('refund.created', refund);
  world.emit('charge.refunded', charge);
  return refund;
}

/** The customer's bank sends a refund back, days after it was made: it stands on the platform's balance again. */
export function failRefund(world: World, id: string): Stripe.Refund {
  const refund = world.store.get('refund', id);
  if (refund.status === 'failed') throw invalid(`Refund ${id} has failed already.`, 'id');
  const charge = world.store.get('charge', idOf(refund.charge) ?? '');
  const returned = post(world, 'platform', {
    amount: refund.amount,
    currency: refund.currency,
    type: 'refund_failure',
    source: id,
  });
  world.store.patch(refund, {
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
    failure_balance_transaction: returned.id,
  });
  world.store.patch(charge, {
    amount_refunded: charge.amount_refunded - refund.amount,
    refunded: false,
  });
  world.emit('refund.failed', refund);
  return refund;
}

const FIELDS = ['charge', 'payment_intent', 'amount', 'reason', 'instructions_email', 'origin'];

export const refundRoutes = [
  route(
    'POST',
    '/v1/refunds',
    [...FIELDS, 'reverse_transfer', 'refund_application_fee'],
    (world, { params }) => create(world, params),
  ),
  route('GET', '/v1/refunds', [...LIST_PARAMS, 'charge', 'payment_intent'], (world, { params }) =>
    page(
      whereEqual(world.store.all('refund'), params, {
        charge: (item) => idOf(item.charge),
        payment_intent: (item) => idOf(item.payment_intent),
      }),
      params,
      '/v1/refunds',
    ),
  ),
  route('GET', '/v1/refunds/:id', [], (world, { path }) =>
    world.store.get('refund', path.id ?? ''),
  ),
];
