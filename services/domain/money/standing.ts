import type { LedgerEntryType } from './ledger';
import { type Charged, heldAfter } from './refunds';

/** One movement as far as sums need it. */
export interface Moved {
  type: LedgerEntryType;
  amountMinor: number;
  currency: string;
}

/** Who stands where with one booking; everything follows from its ledger entries alone. */
export interface Standing {
  /** What was charged and has not gone back, by refund or dispute. */
  heldMinor: number;
  /** What of that is the provider's. */
  providerDueMinor: number;
  /** What of that is the platform's, before Stripe's fees. */
  platformDueMinor: number;
  /** What the provider was given in fact, whether paid out since or not. */
  providerMinor: number;
  /** What the provider owes because its account could not give it back. */
  debtMinor: number;
}

/**
 * Adds up a booking's movements. A dispute counts as given back while it is open or lost. What Stripe
 * takes, in whatever currency, belongs to neither side's share.
 */
export function standing(entries: readonly Moved[]): Standing {
  const charged = chargedOf(entries);
  if (!charged) {
    const nothing = { heldMinor: 0, providerDueMinor: 0, platformDueMinor: 0 };
    return { ...nothing, providerMinor: 0, debtMinor: 0 };
  }
  const sum = sumIn(entries, charged.currency);
  const givenBackMinor = sum('refund') + sum('dispute') - sum('dispute_reversal');
  const { providerMinor: providerDueMinor, platformMinor: platformDueMinor } = heldAfter(
    charged,
    Math.min(givenBackMinor, charged.totalMinor),
  );
  const providerMinor =
    sum('transfer') + sum('fee_refund') - sum('application_fee') - sum('reversal');
  return {
    heldMinor: charged.totalMinor - givenBackMinor,
    providerDueMinor,
    platformDueMinor,
    providerMinor,
    debtMinor: Math.max(0, providerMinor - providerDueMinor),
  };
}

/** The price as it was charged: the provider's net is what the fee left of it. */
function chargedOf(entries: readonly Moved[]): Charged | undefined {
  const charge = entries.find(({ type }) => type === 'charge');
  if (!charge) return undefined;
  const { amountMinor: totalMinor, currency } = charge;
  const providerNetMinor = totalMinor - sumIn(entries, currency)('application_fee');
  return { totalMinor, providerNetMinor, currency };
}

function sumIn(entries: readonly Moved[], currency: string): (type: LedgerEntryType) => number {
  return (type) =>
    entries
      .filter((entry) => entry.type === type && entry.currency === currency)
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
