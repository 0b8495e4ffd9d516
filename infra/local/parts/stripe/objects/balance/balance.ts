import type Stripe from 'stripe';
import { StripeFault } from '../../http/fault';
import { LIST_PARAMS, page, whereEqual } from '../../http/list';
import { route } from '../../http/route';
import { idOf, newId } from '../../state/ids';
import type { World } from '../../world';

const SETTLES_AFTER_SECONDS = 2 * 86_400;

/** One movement on somebody's Stripe balance. */
export interface Movement {
  amount: number;
  currency: string;
  type: Stripe.BalanceTransaction.Type;
  reportingCategory?: string;
  source: string;
  fees?: { amount: number; type: 'stripe_fee' | 'application_fee'; description: string }[];
}

/** Books a movement on the balance of the platform or of a connected account. */
export function post(world: World, owner: string, move: Movement): Stripe.BalanceTransaction {
  const fees = (move.fees ?? []).filter((fee) => fee.amount !== 0);
  const feeMinor = fees.reduce((sum, fee) => sum + fee.amount, 0);
  const now = world.nowSeconds();
  const transaction = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount: move.amount,
    available_on: now + SETTLES_AFTER_SECONDS,
    balance_type: 'payments',
    created: now,
    currency: move.currency,
    description: null,
    exchange_rate: null,
    fee: feeMinor,
    fee_details: fees.map((fee) => ({ ...fee, application: null, currency: move.currency })),
    net: move.amount - feeMinor,
    reporting_category: move.reportingCategory ?? move.type,
    source: move.source,
    status: 'available',
    type: move.type,
  } satisfies Stripe.BalanceTransaction;
  return world.store.put('balance_transaction', transaction, owner);
}

/** Sums by currency of everything booked on `owner`'s balance. */
export function balanceByCurrency(world: World, owner: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { currency, net } of world.store.all('balance_transaction', owner)) {
    sums.set(currency, (sums.get(currency) ?? 0) + net);
  }
  return sums;
}

/** @throws StripeFault `balance_insufficient` when `owner` cannot pay `amountMinor` */
export function requireBalance(
  world: World,
  owner: string,
  amountMinor: number,
  currency: string,
): void {
  const heldMinor = balanceByCurrency(world, owner).get(currency) ?? 0;
  if (heldMinor >= amountMinor) return;
  throw new StripeFault(400, {
    type: 'invalid_request_error',
    code: 'balance_insufficient',
    message: `Insufficient funds in your Stripe balance: ${heldMinor} ${currency} available, ${amountMinor} needed.`,
  });
}

function balanceOf(world: World, owner: string): Stripe.Balance {
  const sums = [...balanceByCurrency(world, owner)];
  return {
    object: 'balance',
    available: sums.map(([currency, amount]) => ({
      amount,
      currency,
      source_types: { card: amount },
    })),
    livemode: false,
    pending: sums.map(([currency]) => ({ amount: 0, currency, source_types: { card: 0 } })),
  } satisfies Stripe.Balance;
}

export const balanceRoutes = [
  route('GET', '/v1/balance', [], (world, { owner }) => balanceOf(world, owner)),
  route(
    'GET',
    '/v1/balance_transactions',
    [...LIST_PARAMS, 'type', 'source', 'currency', 'payout'],
    (world, { params, owner }) => {
      const matching = whereEqual(world.store.all('balance_transaction', owner), params, {
        type: (item) => item.type,
        source: (item) => idOf(item.source),
        currency: (item) => item.currency,
      });
      const payout = params.string('payout');
      const settled = payout
        ? matching.filter((item) => world.store.reveal(`payout-of:${item.id}`) === payout)
        : matching;
      return page(settled, params, '/v1/balance_transactions');
    },
  ),
  route('GET', '/v1/balance_transactions/:id', [], (world, { path, owner }) =>
    world.store.get('balance_transaction', path.id ?? '', 'id', owner),
  ),
];
