import type Stripe from 'stripe';
import type { LedgerEntryType } from '../../domain/money';
import { reachable } from '../../shared/payments/stripe-client';
import type { Move, UnknownMove } from './compare';

const PAGE = 100;
export const PLATFORM = 'platform';

export interface Range {
  fromMs: number;
  untilMs: number;
}

export interface StripeMoves {
  moves: Move[];
  unknown: UnknownMove[];
}

/** Reads what moved at Stripe. */
export interface BalanceReader {
  /** Everything on the platform's balance. */
  platform(range: Range): Promise<StripeMoves>;
  /** Payouts of a connected account to its bank. */
  payouts(account: string, range: Range): Promise<StripeMoves>;
}

/** Stripe's balance transactions in the words of the ledger, page by page. */
export function balanceReader(stripe: Stripe): BalanceReader {
  const read = async (
    params: Stripe.BalanceTransactionListParams,
    { fromMs, untilMs }: Range,
    account: string,
  ): Promise<StripeMoves> => {
    const created = { gte: Math.floor(fromMs / 1000), lt: Math.ceil(untilMs / 1000) };
    const options = account === PLATFORM ? {} : { stripeAccount: account };
    const found: StripeMoves = { moves: [], unknown: [] };
    const all = async () => {
      const list = stripe.balanceTransactions.list(
        { ...params, created, limit: PAGE, expand: ['data.source'] },
        options,
      );
      for await (const transaction of list) add(found, transaction, account);
    };
    await reachable(all());
    return found;
  };
  return {
    platform: (range) => read({}, range, PLATFORM),
    async payouts(account, range) {
      const types = ['payout', 'payout_failure', 'payout_cancel'];
      const parts = await Promise.all(types.map((type) => read({ type }, range, account)));
      return { moves: parts.flatMap(({ moves }) => moves), unknown: [] };
    },
  };
}

const WORDS: Partial<Record<Stripe.BalanceTransaction.Type, LedgerEntryType>> = {
  charge: 'charge',
  payment: 'charge',
  transfer: 'transfer',
  application_fee: 'application_fee',
  refund: 'refund',
  payment_refund: 'refund',
  application_fee_refund: 'fee_refund',
  transfer_refund: 'reversal',
};
const DISPUTE_WORDS: Record<string, LedgerEntryType> = {
  dispute: 'dispute',
  dispute_reversal: 'dispute_reversal',
};
/** A refund that the customer's bank sent back is entered under its own id, as what it takes away. */
const FAILED_REFUNDS = ['refund_failure', 'payment_failure_refund'];
const PAYOUT_WORDS = ['payout', 'payout_failure', 'payout_cancel'];
/** Between the platform, its bank and Stripe; no booking's money. */
const PLATFORMS_OWN = [...PAYOUT_WORDS, 'topup', 'topup_reversal', 'stripe_fee', 'tax_fee'];

function add(found: StripeMoves, transaction: Stripe.BalanceTransaction, account: string): void {
  const { id, type, reporting_category: category } = transaction;
  if (account !== PLATFORM) {
    found.moves.push(payoutOf(transaction, account));
    return;
  }
  if (PLATFORMS_OWN.includes(type)) return;
  const common = commonOf(transaction, account);
  if (FAILED_REFUNDS.includes(type)) {
    const moved = presented(transaction);
    const amountMinor = -moved.amountMinor;
    found.moves.push({ ...common, ...moved, type: 'refund', stripeId: id, amountMinor });
    return;
  }
  const word = WORDS[type] ?? (type === 'adjustment' ? DISPUTE_WORDS[category] : undefined);
  if (!word) {
    found.unknown.push({ ...common, ...settled(transaction), stripeId: id, stripeType: type });
    return;
  }
  const feeMove = { ...common, amountMinor: transaction.fee, currency: upper(transaction) };
  found.moves.push({ ...common, ...presented(transaction), type: word });
  if (transaction.fee === 0) return;
  if (word === 'charge') found.moves.push({ ...feeMove, type: 'stripe_fee', stripeId: id });
  else if (word === 'dispute') found.moves.push({ ...feeMove, type: 'dispute_fee' });
  else found.unknown.push({ ...feeMove, stripeId: id, stripeType: `${type} fee` });
}

function commonOf({ id, created, source }: Stripe.BalanceTransaction, account: string) {
  const sourceId = source === null || typeof source === 'string' ? source : source.id;
  const metadata = (source as { metadata?: Stripe.Metadata | null } | null)?.metadata;
  const bookingId = metadata?.bookingId;
  return {
    stripeId: sourceId ?? id,
    account,
    at: new Date(created * 1000).toISOString(),
    ...(bookingId !== undefined && { bookingId }),
  };
}

/** A payout leaves the balance; one that failed comes back and is entered under its own id. */
function payoutOf(transaction: Stripe.BalanceTransaction, account: string): Move {
  const common = commonOf(transaction, account);
  const isReturn = transaction.type !== 'payout';
  return {
    ...common,
    type: 'payout',
    stripeId: isReturn ? transaction.id : common.stripeId,
    amountMinor: -transaction.amount,
    currency: upper(transaction),
  };
}

/** What moved in the currency the customer paid in; the balance may be kept in another. */
function presented(transaction: Stripe.BalanceTransaction) {
  const source = transaction.source as { amount?: number; currency?: string } | null;
  const isConverted = transaction.exchange_rate !== null;
  if (!isConverted || source?.amount === undefined || source.currency === undefined) {
    return settled(transaction);
  }
  return { amountMinor: source.amount, currency: source.currency.toUpperCase() };
}

function settled(transaction: Stripe.BalanceTransaction) {
  return { amountMinor: Math.abs(transaction.amount), currency: upper(transaction) };
}

const upper = ({ currency }: Stripe.BalanceTransaction) => currency.toUpperCase();
