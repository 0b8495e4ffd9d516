import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reconcile } from '../../services/payments/reconciliation/reconcile';
import { balanceReader } from '../../services/payments/reconciliation/stripe-moves';
import { silentLog, silentMetrics } from '../../services/shared/observability';
import { aSale, type Sale } from './sale';
import { type MoneyWorld, startMoneyWorld } from './world';

let world: MoneyWorld;
let sale: Sale;
let counted: number[];
beforeAll(async () => {
  world = await startMoneyWorld();
  // The platform earns what it will have to advance.
  await aSale(world, { unitPriceMinor: 10_000_000, currency: 'EUR', guest: true });
});
afterAll(() => world.stop());

/** A guest's booking with everything in its ledger that there is: refunds, one of which failed, a dispute won, a payout. */
beforeEach(async () => {
  sale = await aSale(world, { unitPriceMinor: 10_000, currency: 'EUR', guest: true });
  for (const act of [
    { kind: 'refund', fraction: 0.1 },
    { kind: 'dashboard', fraction: 0.1, isShared: true },
    { kind: 'dispute', fraction: 0.5 },
    { kind: 'win' },
    { kind: 'refundFails' },
    { kind: 'payout' },
  ] as const) {
    await world.deliverShuffled(Math.random);
    await sale.act(act);
  }
  await world.deliverShuffled(Math.random);
  counted = [];
});

const today = () => new Date().toISOString().slice(0, 10);

async function differences() {
  const { table, stripe } = world;
  const balances = balanceReader(stripe);
  const metrics = {
    ...silentMetrics,
    count: (_: string, amount = 1) => void counted.push(amount),
  };
  const ctx = { table, balances, now: new Date(), log: silentLog, metrics };
  const report = await reconcile(ctx, { day: today() });
  const kept = await table.reconciliation.get({ day: today() }).go();
  expect(kept.data).toEqual(report);
  return report.differences.map(({ kind, type }) => [kind, type]);
}

async function entryOf(type: string) {
  const { bookingId } = sale;
  const { data } = await world.table.ledger.query.primary({ bookingId }).go();
  const entry = data.find((item) => item.type === type);
  if (!entry) throw new Error(`No ${type}`);
  return entry;
}

describe('the daily reconciliation', () => {
  it('finds nothing where nothing is wrong', async () => {
    expect(await differences()).toEqual([]);
    expect(counted).toEqual([0]);
  });

  it.each([
    'charge',
    'stripe_fee',
    'transfer',
    'application_fee',
    'refund',
    'fee_refund',
    'reversal',
    'dispute',
    'dispute_fee',
    'dispute_reversal',
  ])('reports a %s that the ledger misses', async (type) => {
    const entry = await entryOf(type);
    await world.table.ledger.delete(entry).go();
    expect(await differences()).toEqual([['missing_in_ledger', type]]);
    expect(counted).toEqual([1]);
    await world.table.ledger.put(entry).go();
  });

  it('reports a payout that the ledger misses', async () => {
    const { data } = await world.table.payout.scan.go({ pages: 'all' });
    const [payout] = data;
    if (!payout) throw new Error('No payout');
    await world.table.payout.delete(payout).go();
    expect(await differences()).toEqual([['missing_in_ledger', 'payout']]);
    await world.table.payout.put(payout).go();
    expect(await differences()).toEqual([]);
  });

  it('reports a movement that Stripe does not know, another sum and another currency', async () => {
    const refund = await entryOf('refund');
    const transfer = await entryOf('transfer');
    const reversal = await entryOf('reversal');
    const { table } = world;
    await table.ledger.put({ ...refund, stripeId: 're_invented' }).go();
    await table.ledger.put({ ...transfer, amountMinor: transfer.amountMinor + 1 }).go();
    await table.ledger.put({ ...reversal, currency: 'USD' }).go();
    expect((await differences()).toSorted()).toEqual([
      ['amount_differs', 'transfer'],
      ['currency_differs', 'reversal'],
      ['missing_at_stripe', 'refund'],
    ]);
    await table.ledger.delete({ ...refund, stripeId: 're_invented' }).go();
    await table.ledger.put(transfer).go();
    await table.ledger.put(reversal).go();
  });

  it('pages through more than one answer of Stripe’s can hold', async () => {
    for (let count = 0; count < 8; count++) {
      await aSale(world, { unitPriceMinor: 10_000, currency: 'EUR', guest: false });
    }
    const before = (await differences()).length;
    expect(before).toBe(8 * 4);
    await world.deliverShuffled(Math.random);
    expect(await differences()).toEqual([]);
    const { data } = await world.table.reconciliation.get({ day: today() }).go();
    expect(data?.stripeCount).toBeGreaterThan(100);
  });
});
