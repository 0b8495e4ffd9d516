import type { LedgerEntryType } from '../../domain/money';

/** One movement, as the ledger or as Stripe has it. */
export interface Move {
  type: LedgerEntryType;
  stripeId: string;
  amountMinor: number;
  /** ISO 4217, upper case. */
  currency: string;
  /** `platform`, or the connected account whose balance moved. */
  account: string;
  at: string;
  bookingId?: string;
}

/** A movement of Stripe's that the ledger has no word for. */
export interface UnknownMove extends Omit<Move, 'type'> {
  /** As Stripe calls it. */
  stripeType: string;
}

type Sum = Pick<Move, 'amountMinor' | 'currency'>;

export type DifferenceKind =
  | 'missing_in_ledger'
  | 'missing_at_stripe'
  | 'amount_differs'
  | 'currency_differs'
  | 'unknown_to_ledger';

export interface Difference {
  kind: DifferenceKind;
  /** The ledger's word for the movement, or Stripe's where the ledger has none. */
  type: string;
  stripeId: string;
  account: string;
  at: string;
  bookingId?: string;
  ledger?: Sum;
  stripe?: Sum;
}

export interface Moves {
  ledger: readonly Move[];
  stripe: readonly Move[];
  unknown: readonly UnknownMove[];
}

/**
 * Everything in which ledger and Stripe differ on a day. Both lists reach beyond it, so that what each
 * side dates to another side of midnight still finds its counterpart.
 * @param isInDay whether an instant belongs to the day that is reported
 */
export function compare(
  { ledger, stripe, unknown }: Moves,
  isInDay: (at: string) => boolean,
): Difference[] {
  const atStripe = new Map(stripe.map((move) => [keyOf(move), move]));
  const inLedger = new Map(ledger.map((move) => [keyOf(move), move]));
  const ofLedger = ledger
    .filter(({ at, type }) => isInDay(at) && type !== 'provider_debt')
    .flatMap((move) => differenceOf(move, atStripe.get(keyOf(move))));
  const ofStripe = stripe
    .filter((move) => isInDay(move.at) && !inLedger.has(keyOf(move)))
    .map((move) => ({ ...named(move), kind: 'missing_in_ledger' as const, stripe: sumOf(move) }));
  const ofUnknown = unknown
    .filter(({ at }) => isInDay(at))
    .map(({ stripeType, ...move }) => ({
      ...named({ ...move, type: stripeType }),
      kind: 'unknown_to_ledger' as const,
      stripe: sumOf(move),
    }));
  return [...ofLedger, ...ofStripe, ...ofUnknown].sort((a, b) => a.at.localeCompare(b.at));
}

function differenceOf(move: Move, other: Move | undefined): Difference[] {
  const base = { ...named(move), ledger: sumOf(move) };
  if (!other) return [{ ...base, kind: 'missing_at_stripe' }];
  const both = { ...base, stripe: sumOf(other) };
  if (move.currency !== other.currency) return [{ ...both, kind: 'currency_differs' }];
  return move.amountMinor === other.amountMinor ? [] : [{ ...both, kind: 'amount_differs' }];
}

const keyOf = ({ account, type, stripeId }: Move) => [account, type, stripeId].join('|');

const sumOf = ({ amountMinor, currency }: Sum): Sum => ({ amountMinor, currency });

function named({
  type,
  stripeId,
  account,
  at,
  bookingId,
}: Omit<Move, 'type' | 'amountMinor' | 'currency'> & { type: string }) {
  return { type, stripeId, account, at, ...(bookingId !== undefined && { bookingId }) };
}
