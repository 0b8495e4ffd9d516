/** Every kind of movement a booking's ledger knows. */
export const LEDGER_ENTRY_TYPES = [
  'charge',
  'application_fee',
  'transfer',
  'stripe_fee',
  'refund',
  'fee_refund',
  'reversal',
  'dispute',
  'dispute_fee',
  'dispute_reversal',
  'payout',
  'provider_debt',
] as const;

export type LedgerEntryType = (typeof LEDGER_ENTRY_TYPES)[number];

export type LedgerParty = 'customer' | 'platform' | 'provider' | 'stripe' | 'providerBank';

/** Amounts are positive; the type says from whom to whom they went. */
export const LEDGER_FLOWS: Record<LedgerEntryType, { from: LedgerParty; to: LedgerParty } | null> =
  {
    charge: { from: 'customer', to: 'platform' },
    transfer: { from: 'platform', to: 'provider' },
    application_fee: { from: 'provider', to: 'platform' },
    stripe_fee: { from: 'platform', to: 'stripe' },
    refund: { from: 'platform', to: 'customer' },
    reversal: { from: 'provider', to: 'platform' },
    fee_refund: { from: 'platform', to: 'provider' },
    dispute: { from: 'platform', to: 'customer' },
    dispute_fee: { from: 'platform', to: 'stripe' },
    dispute_reversal: { from: 'customer', to: 'platform' },
    payout: { from: 'provider', to: 'providerBank' },
    provider_debt: null,
  };

/** What each party has gained by a booking in minor units of one currency; the sum is always 0. */
export type Balances = Record<LedgerParty, number>;

/** Adds up ledger entries of one currency. A `provider_debt` is owed, not moved, and counts for nobody. */
export function balances(
  entries: readonly { type: LedgerEntryType; amountMinor: number }[],
): Balances {
  const sums: Balances = { customer: 0, platform: 0, provider: 0, stripe: 0, providerBank: 0 };
  for (const { type, amountMinor } of entries) {
    const flow = LEDGER_FLOWS[type];
    if (!flow) continue;
    sums[flow.from] -= amountMinor;
    sums[flow.to] += amountMinor;
  }
  return sums;
}
