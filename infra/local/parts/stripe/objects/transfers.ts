import type Stripe from 'stripe';
import { invalid, StripeFault } from '../http/fault';
import { LIST_PARAMS, page, whereEqual } from '../http/list';
import type { Params } from '../http/params';
import { route } from '../http/route';
import { idOf, newId } from '../state/ids';
import type { World } from '../world';
import { post, requireBalance } from './balance/balance';
import { checkedCurrency } from './balance/currencies';

export interface NewTransfer {
  amount: number;
  currency: string;
  destination: string;
  sourceCharge: string | null;
  destinationPayment: string | null;
  transferGroup: string | null;
  metadata?: Record<string, string>;
}

/** Moves money from the platform's balance; the receiving side is booked by the caller. */
export function createTransfer(world: World, input: NewTransfer): Stripe.Transfer {
  const id = newId('tr');
  const paid = post(world, 'platform', {
    amount: -input.amount,
    currency: input.currency,
    type: 'transfer',
    source: id,
  });
  const transfer = {
    id,
    object: 'transfer',
    amount: input.amount,
    amount_reversed: 0,
    balance_transaction: paid.id,
    created: world.nowSeconds(),
    currency: input.currency,
    description: null,
    destination: input.destination,
    ...(input.destinationPayment ? { destination_payment: input.destinationPayment } : {}),
    livemode: false,
    metadata: input.metadata ?? {},
    reversals: { object: 'list', data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: input.sourceCharge,
    source_type: 'card',
    transfer_group: input.transferGroup,
  } satisfies Stripe.Transfer;
  world.store.put('transfer', transfer);
  world.emit('transfer.created', transfer);
  return transfer;
}

/** A transfer that is not part of a destination charge. */
function createSeparateTransfer(world: World, params: Params): Stripe.Transfer {
  const currency = checkedCurrency(params.required('currency'));
  const amount = params.requiredInteger('amount');
  const destination = world.store.get('account', params.required('destination'), 'destination');
  const sourceCharge = params.string('source_transaction') ?? null;
  if (!sourceCharge) requireBalance(world, 'platform', amount, currency);
  const transfer = createTransfer(world, {
    amount,
    currency,
    destination: destination.id,
    sourceCharge,
    destinationPayment: null,
    transferGroup: params.string('transfer_group') ?? null,
    metadata: params.metadata(),
  });
  post(world, destination.id, { amount, currency, type: 'payment', source: transfer.id });
  return transfer;
}

export interface NewReversal {
  amount: number;
  metadata: Record<string, string>;
  /** The refund that asked for it, if any. */
  refund: string | null;
  /** Application fee that goes back to the account in the same step and may pay for this. */
  feeReturnedMinor?: number;
}

/** Takes money back from the connected account. @throws StripeFault `balance_insufficient` */
export function reverseTransfer(
  world: World,
  transfer: Stripe.Transfer,
  input: NewReversal,
): Stripe.TransferReversal {
  const left = transfer.amount - transfer.amount_reversed;
  if (input.amount < 1) throw invalid('Invalid positive integer', 'amount');
  if (input.amount > left) {
    throw invalid(
      `Transfer reversal amount (${input.amount}) is greater than unreversed amount on transfer (${left})`,
      'amount',
    );
  }
  const account = idOf(transfer.destination) ?? '';
  const { currency } = transfer;
  requireBalance(world, account, input.amount - (input.feeReturnedMinor ?? 0), currency);
  const id = newId('trr');
  const received = post(world, 'platform', {
    amount: input.amount,
    currency,
    type: 'transfer_refund',
    reportingCategory: 'transfer_reversal',
    source: id,
  });
  const taken = newId('pyr');
  post(world, account, { amount: -input.amount, currency, type: 'payment_refund', source: taken });
  const reversal = {
    id,
    object: 'transfer_reversal',
    amount: input.amount,
    balance_transaction: received.id,
    created: world.nowSeconds(),
    currency,
    destination_payment_refund: taken,
    metadata: input.metadata,
    source_refund: input.refund,
    transfer: transfer.id,
  } satisfies Stripe.TransferReversal;
  world.store.put('transfer_reversal', reversal);
  const amountReversed = transfer.amount_reversed + input.amount;
  world.store.patch(transfer, {
    amount_reversed: amountReversed,
    reversed: amountReversed === transfer.amount,
    reversals: { ...transfer.reversals, data: [reversal, ...transfer.reversals.data] },
  });
  world.emit('transfer.reversed', transfer);
  return reversal;
}

function reversalsOf(world: World, transferId: string): Stripe.TransferReversal[] {
  return world.store.all('transfer_reversal').filter((item) => idOf(item.transfer) === transferId);
}

function findReversal(world: World, path: Record<string, string>): Stripe.TransferReversal {
  const reversal = world.store.get('transfer_reversal', path.reversal ?? '');
  if (idOf(reversal.transfer) === path.id) return reversal;
  throw new StripeFault(404, { type: 'invalid_request_error', message: 'No such reversal' });
}

export const transferRoutes = [
  route(
    'POST',
    '/v1/transfers',
    ['amount', 'currency', 'destination', 'source_transaction', 'transfer_group', 'description'],
    (world, { params }) => createSeparateTransfer(world, params),
  ),
  route(
    'GET',
    '/v1/transfers',
    [...LIST_PARAMS, 'destination', 'transfer_group'],
    (world, { params }) =>
      page(
        whereEqual(world.store.all('transfer'), params, {
          destination: (item) => idOf(item.destination),
          transfer_group: (item) => item.transfer_group,
        }),
        params,
        '/v1/transfers',
      ),
  ),
  route('GET', '/v1/transfers/:id', [], (world, { path }) =>
    world.store.get('transfer', path.id ?? ''),
  ),
  route(
    'POST',
    '/v1/transfers/:id/reversals',
    ['amount', 'description', 'refund_application_fee'],
    (world, { path, params }) => {
      const transfer = world.store.get('transfer', path.id ?? '');
      const amount = params.integer('amount') ?? transfer.amount - transfer.amount_reversed;
      return reverseTransfer(world, transfer, {
        amount,
        metadata: params.metadata(),
        refund: null,
      });
    },
  ),
  route('GET', '/v1/transfers/:id/reversals', LIST_PARAMS, (world, { path, params }) =>
    page(reversalsOf(world, path.id ?? ''), params, `/v1/transfers/${path.id}/reversals`),
  ),
  route('GET', '/v1/transfers/:id/reversals/:reversal', [], (world, { path }) =>
    findReversal(world, path),
  ),
];
