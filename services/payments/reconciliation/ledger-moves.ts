import { ledgerShards, type MarketTable } from '../../shared/table';
import type { Move } from './compare';

const DAY_MS = 86_400_000;

/** Every movement that the ledger dates to the UTC days from `first` to `last`. */
export async function readLedgerMoves(
  table: MarketTable,
  first: Date,
  last: Date,
): Promise<Move[]> {
  const shards = daysBetween(first, last).flatMap(ledgerShards);
  const read = await Promise.all(
    shards.map(async (status) => {
      const [ofBookings, payouts] = await Promise.all([
        table.ledger.query.byDay({ status }).go({ pages: 'all' }),
        table.payout.query.byDay({ status }).go({ pages: 'all' }),
      ]);
      return [...ofBookings.data, ...payouts.data];
    }),
  );
  return read.flat();
}

function daysBetween(first: Date, last: Date): string[] {
  const days: string[] = [];
  for (let ms = first.getTime(); ms <= last.getTime(); ms += DAY_MS) {
    days.push(new Date(ms).toISOString().slice(0, 10));
  }
  return days;
}
