import type Stripe from 'stripe';
import { invalid } from '../../http/fault';
import { LIST_PARAMS, page, whereEqual } from '../../http/list';
import type { Params } from '../../http/params';
import { route } from '../../http/route';
import { newId } from '../../state/ids';
import { PLATFORM } from '../../state/tables';
import type { World } from '../../world';
import { balanceByCurrency, post, requireBalance } from './balance';

/** Marks what the payout pays for, so that `balance_transactions?payout=` can list it. */
function settle(world: World, owner: string, currency: string, payout: string): void {
  for (const item of world.store.all('balance_transaction', owner)) {
    const key = `payout-of:${item.id}`;
    if (item.currency === currency && !world.store.reveal(key)) world.store.hide(key, payout);
  }
}

/** Pays a balance out to the bank; it arrives at once. */
export function createPayout(
  world: World,
  owner: string,
  input: {
    amount?: number;
    currency: string;
    automatic: boolean;
    metadata?: Record<string, string>;
  },
): Stripe.Payout {
  const { currency } = input;
  const amount = input.amount ?? balanceByCurrency(world, owner).get(currency) ?? 0;
  if (amount < 1) throw invalid('Invalid positive integer', 'amount');
  requireBalance(world, owner, amount, currency);
  const id = newId('po');
  const paid = post(world, owner, { amount: -amount, currency, type: 'payout', source: id });
  settle(world, owner, currency, id);
  const payout = {
    id,
    object: 'payout',
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: world.nowSeconds(),
    automatic: input.automatic,
    balance_transaction: paid.id,
    created: world.nowSeconds(),
    currency,
    description: 'STRIPE PAYOUT',
    destination: newId('ba'),
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: input.metadata ?? {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: input.automatic ? 'completed' : 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: 'paid',
    trace_id: null,
    type: 'bank_account',
  } satisfies Stripe.Payout;
  world.store.put('payout', payout, owner);
  const account = owner === PLATFORM ? undefined : owner;
  world.emit('payout.created', payout, account);
  world.emit('payout.paid', payout, account);
  return payout;
}

function create(world: World, owner: string, params: Params): Stripe.Payout {
  return createPayout(world, owner, {
    amount: params.requiredInteger('amount'),
    currency: params.required('currency').toLowerCase(),
    automatic: false,
    metadata: params.metadata(),
  });
}

export const payoutRoutes = [
  route('POST', '/v1/payouts', ['amount', 'currency', 'description'], (world, { params, owner }) =>
    create(world, owner, params),
  ),
  route('GET', '/v1/payouts', [...LIST_PARAMS, 'status'], (world, { params, owner }) =>
    page(
      whereEqual(world.store.all('payout', owner), params, { status: (item) => item.status }),
      params,
      '/v1/payouts',
    ),
  ),
  route('GET', '/v1/payouts/:id', [], (world, { path, owner }) =>
    world.store.get('payout', path.id ?? '', 'id', owner),
  ),
];
