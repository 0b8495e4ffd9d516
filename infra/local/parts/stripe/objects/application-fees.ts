import type Stripe from 'stripe';
import { invalid, StripeFault } from '../http/fault';
import { LIST_PARAMS, page } from '../http/list';
import { route } from '../http/route';
import { idOf, newId } from '../state/ids';
import type { World } from '../world';
import { post } from './balance/balance';

const APPLICATION = 'ca_local';

/** Books the platform's share of a destination charge on the platform's balance. */
export function createApplicationFee(
  world: World,
  input: { amount: number; currency: string; account: string; payment: string; charge: string },
): Stripe.ApplicationFee {
  const id = newId('fee');
  const earned = post(world, 'platform', {
    amount: input.amount,
    currency: input.currency,
    type: 'application_fee',
    reportingCategory: 'platform_earning',
    source: id,
  });
  const fee = {
    id,
    object: 'application_fee',
    account: input.account,
    amount: input.amount,
    amount_refunded: 0,
    application: APPLICATION,
    balance_transaction: earned.id,
    charge: input.payment,
    created: world.nowSeconds(),
    currency: input.currency,
    fee_source: { charge: input.payment, type: 'charge' },
    livemode: false,
    originating_transaction: input.charge,
    refunded: false,
    refunds: {
      object: 'list',
      data: [],
      has_more: false,
      url: `/v1/application_fees/${id}/refunds`,
    },
  } satisfies Stripe.ApplicationFee;
  world.store.put('application_fee', fee);
  world.emit('application_fee.created', fee);
  return fee;
}

/** Gives part of the fee back to the connected account. */
export function refundApplicationFee(
  world: World,
  fee: Stripe.ApplicationFee,
  amount: number,
  metadata: Record<string, string> = {},
): Stripe.FeeRefund {
  const left = fee.amount - fee.amount_refunded;
  if (left === 0) {
    throw invalid(
      `Application fee ${fee.id} has already been refunded.`,
      'id',
      'charge_already_refunded',
    );
  }
  if (amount < 1) throw invalid('Invalid positive integer', 'amount');
  if (amount > left) {
    throw invalid(
      `Refund amount (${amount}) is greater than unrefunded amount on fee (${left})`,
      'amount',
    );
  }
  const id = newId('fr');
  const { currency } = fee;
  const paid = post(world, 'platform', {
    amount: -amount,
    currency,
    type: 'application_fee_refund',
    reportingCategory: 'platform_earning_refund',
    source: id,
  });
  post(world, idOf(fee.account) ?? '', {
    amount,
    currency,
    type: 'application_fee_refund',
    source: id,
  });
  const refund = {
    id,
    object: 'fee_refund',
    amount,
    balance_transaction: paid.id,
    created: world.nowSeconds(),
    currency,
    fee: fee.id,
    metadata,
  } satisfies Stripe.FeeRefund;
  world.store.put('fee_refund', refund);
  const amountRefunded = fee.amount_refunded + amount;
  world.store.patch(fee, {
    amount_refunded: amountRefunded,
    refunded: amountRefunded === fee.amount,
    refunds: { ...fee.refunds, data: [refund, ...fee.refunds.data] },
  });
  world.emit('application_fee.refunded', fee);
  return refund;
}

function findFeeRefund(world: World, path: Record<string, string>): Stripe.FeeRefund {
  const refund = world.store.get('fee_refund', path.refund ?? '');
  if (idOf(refund.fee) === path.id) return refund;
  throw new StripeFault(404, { type: 'invalid_request_error', message: 'No such fee refund' });
}

export const applicationFeeRoutes = [
  route('GET', '/v1/application_fees', [...LIST_PARAMS, 'charge'], (world, { params }) => {
    const charge = params.string('charge');
    const ofCharge = (item: Stripe.ApplicationFee) =>
      idOf(item.originating_transaction) === charge || idOf(item.charge) === charge;
    const all = world.store.all('application_fee');
    return page(charge ? all.filter(ofCharge) : all, params, '/v1/application_fees');
  }),
  route('GET', '/v1/application_fees/:id', [], (world, { path }) =>
    world.store.get('application_fee', path.id ?? ''),
  ),
  route('POST', '/v1/application_fees/:id/refunds', ['amount'], (world, { path, params }) => {
    const fee = world.store.get('application_fee', path.id ?? '');
    const amount = params.integer('amount') ?? fee.amount - fee.amount_refunded;
    return refundApplicationFee(world, fee, amount, params.metadata());
  }),
  route('GET', '/v1/application_fees/:id/refunds', LIST_PARAMS, (world, { path, params }) =>
    page(
      world.store.all('fee_refund').filter((item) => idOf(item.fee) === path.id),
      params,
      `/v1/application_fees/${path.id}/refunds`,
    ),
  ),
  route('GET', '/v1/application_fees/:id/refunds/:refund', [], (world, { path }) =>
    findFeeRefund(world, path),
  ),
];
