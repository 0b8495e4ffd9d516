import type { LedgerItem } from '@marketplace/services/shared/table';
import type { Source } from '../source/postgres';
import { MONEY } from '../source/queries';
import type { MigrationState } from '../state/state';
import { entityOf, type RawItem } from '../target/raw-item';
import { uuidOf } from '../transform/ids';
import { minorOf, minorOfMajor } from '../transform/values';

/** A provider's money in one currency, in minor units. */
export interface Money {
  chargedMinor: number;
  feesMinor: number;
  refundedMinor: number;
}

/** By `<provider's uuid> <currency>`. */
export type MoneyByProvider = Map<string, Money>;

const FIELDS = {
  charge: 'chargedMinor',
  application_fee: 'feesMinor',
  refund: 'refundedMinor',
} as const;

const NONE: Money = { chargedMinor: 0, feesMinor: 0, refundedMinor: 0 };

interface MoneyRow {
  provider_id: string;
  currency: string;
  charged: string;
  fees: string | null;
  refunded_minor: string;
}

/** Added up by Postgres from the payments that moved: nothing of the transformation takes part. */
export async function moneyOfSource(
  source: Source,
  state: MigrationState,
): Promise<MoneyByProvider> {
  const left = (['payments', 'bookings', 'providers'] as const).map((table) =>
    state.leftBehind(table),
  );
  const rows = await source.rows<MoneyRow>(MONEY, left);
  return new Map(
    rows.map(({ provider_id, currency, charged, fees, refunded_minor }) => [
      `${provider_id} ${currency}`,
      {
        chargedMinor: minorOfMajor(charged, currency) ?? Number.NaN,
        feesMinor: minorOfMajor(fees ?? '0', currency) ?? Number.NaN,
        refundedMinor: minorOf(refunded_minor) ?? Number.NaN,
      },
    ]),
  );
}

/** Enters an item of the table, if it is a movement of money. */
export function addMovement(sums: MoneyByProvider, raw: RawItem): void {
  if (entityOf(raw) !== 'ledger') return;
  const { type, ownerId, currency, amountMinor } = raw as unknown as LedgerItem;
  if (!(type in FIELDS)) return;
  const key = `${uuidOf(ownerId)} ${currency}`;
  const money = { ...(sums.get(key) ?? NONE) };
  money[FIELDS[type as keyof typeof FIELDS]] += amountMinor;
  sums.set(key, money);
}

/** Providers whose money is not the same on both sides, to the minor unit. */
export function moneyDifferences(source: MoneyByProvider, table: MoneyByProvider) {
  const keys = new Set([...source.keys(), ...table.keys()]);
  return [...keys].flatMap((provider) => {
    const [before, after] = [source.get(provider) ?? NONE, table.get(provider) ?? NONE];
    const isSame = Object.values(FIELDS).every((field) => before[field] === after[field]);
    return isSame ? [] : [{ provider, source: before, table: after }];
  });
}

/** Sums by currency. */
export function moneyByCurrency(sums: MoneyByProvider): Record<string, Money> {
  const totals: Record<string, Money> = {};
  for (const [key, money] of sums) {
    const currency = key.split(' ')[1] ?? '';
    const total = { ...(totals[currency] ?? NONE) };
    for (const field of Object.values(FIELDS)) total[field] += money[field];
    totals[currency] = total;
  }
  return totals;
}
