import type { Log, Metrics } from '../../shared/observability';
import {
  type MarketTable,
  type ProviderItem,
  type ReconciliationItem,
  statusShards,
} from '../../shared/table';
import { compare, type Moves } from './compare';
import { readLedgerMoves } from './ledger-moves';
import type { BalanceReader, Range, StripeMoves } from './stripe-moves';

const DAY_MS = 86_400_000;
/** A report is one item of at most 400 kB; beyond these the number alone is kept. */
const KEPT_DIFFERENCES = 500;
const ACCOUNTS_AT_ONCE = 8;

export interface ReconciliationContext {
  table: MarketTable;
  balances: BalanceReader;
  now: Date;
  log: Log;
  metrics: Metrics;
}

/**
 * Compares the ledger of a UTC day with Stripe's balance transactions, keeps the report, and tells of
 * every difference. Run again, it replaces the report.
 * @param day `YYYY-MM-DD`
 */
export async function reconcile(
  ctx: ReconciliationContext,
  { day }: { day: string },
): Promise<ReconciliationItem> {
  const { table, now, log, metrics } = ctx;
  const startMs = Date.parse(day);
  const moves = await readMoves(ctx, startMs);
  const isInDay = (at: string) => at.slice(0, 10) === day;
  const differences = compare(moves, isInDay);
  const report: ReconciliationItem = {
    day,
    ledgerCount: moves.ledger.filter(({ at }) => isInDay(at)).length,
    stripeCount: moves.stripe.filter(({ at }) => isInDay(at)).length,
    differenceCount: differences.length,
    differences: differences.slice(0, KEPT_DIFFERENCES),
    finishedAt: now.toISOString(),
  };
  await table.reconciliation.put(report).go();
  metrics.count('ReconciliationDifference', differences.length);
  for (const difference of differences) log.error('Ledger and Stripe differ', { day, difference });
  const { ledgerCount, stripeCount, differenceCount } = report;
  log.info('Reconciled', { day, ledgerCount, stripeCount, differenceCount });
  return report;
}

async function readMoves({ table, balances }: ReconciliationContext, startMs: number) {
  const range = { fromMs: startMs - DAY_MS, untilMs: startMs + 2 * DAY_MS };
  const [ledger, platform, payouts] = await Promise.all([
    readLedgerMoves(table, new Date(startMs - DAY_MS), new Date(startMs + DAY_MS)),
    balances.platform(range),
    readPayouts(table, balances, range),
  ]);
  const moves: Moves = {
    ledger,
    stripe: [...platform.moves, ...payouts.flatMap((account) => account.moves)],
    unknown: platform.unknown,
  };
  return moves;
}

/** Every account that may have been paid out, a few at once: Stripe answers one account a request. */
async function readPayouts(
  table: MarketTable,
  balances: BalanceReader,
  range: Range,
): Promise<StripeMoves[]> {
  const accounts = await readAccounts(table);
  const read: StripeMoves[] = [];
  const work = async () => {
    for (let account = accounts.pop(); account; account = accounts.pop()) {
      read.push(await balances.payouts(account, range));
    }
  };
  await Promise.all(Array.from({ length: ACCOUNTS_AT_ONCE }, work));
  return read;
}

async function readAccounts(table: MarketTable): Promise<string[]> {
  const shards = (['active', 'suspended'] as const).flatMap((state) =>
    statusShards('PROVIDER', state),
  );
  const pages = await Promise.all(
    shards.map((status) => table.provider.query.byStatus({ status }).go({ pages: 'all' })),
  );
  const providers = pages.flatMap(({ data }): Pick<ProviderItem, 'stripeAccountId'>[] => data);
  return providers.flatMap(({ stripeAccountId }) => stripeAccountId ?? []);
}
