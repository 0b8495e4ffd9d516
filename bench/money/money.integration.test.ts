import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { currencyOf, quote } from '../../services/domain/money';
import { expectRight } from './expect-right';
import { type Act, aSale } from './sale';
import { type MoneyWorld, startMoneyWorld } from './world';

const RUNS = Number(process.env.MONEY_RUNS ?? 25);
/** The most that Stripe charges at once, in the minor units of its API. */
const STRIPE_MAXIMUM = 99_999_999_999;
const CURRENCIES = ['EUR', 'JPY', 'KWD', 'ISK'] as const;

let world: MoneyWorld;
beforeAll(async () => {
  world = await startMoneyWorld();
  for (const currency of CURRENCIES) await world.earn(currency.toLowerCase());
});
afterAll(() => world.stop());

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('refund' as const), fraction }),
  fc.record({ kind: fc.constant('dashboard' as const), fraction, isShared: fc.boolean() }),
  fc.record({ kind: fc.constant('dispute' as const), fraction }),
  fc.record({ kind: fc.constantFrom('win', 'lose', 'payout', 'refundFails') }),
);
/** Mostly small sums, where every cent of rounding shows. */
const steps = fc.oneof(
  fc.integer({ min: 1, max: 3_000 }),
  fc.integer({ min: 1, max: 1_000_000_000 }),
);

describe('the ledger of a booking', () => {
  it('equals Stripe’s balances to the cent after any refunds, disputes and payouts, in any order of events', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...CURRENCIES),
        steps,
        fc.boolean(),
        fc.array(anAct, { minLength: 1, maxLength: 5 }),
        fc.infiniteStream(fraction),
        async (currency, baseSteps, guest, acts, places) => {
          const { stepMinor, minimumChargeMinor } = currencyOf(currency);
          const unitPriceMinor = baseSteps * stepMinor;
          fc.pre(unitPriceMinor >= minimumChargeMinor);
          const { totalMinor } = quote({ unitPriceMinor, seats: 1, currency, guest });
          fc.pre(totalMinor <= STRIPE_MAXIMUM);
          const random = () => places.next().value as number;
          const sale = await aSale(world, { unitPriceMinor, currency, guest });
          await world.deliverShuffled(random);
          await expectRight(sale, false);
          let mayOwe = false;
          for (const act of acts) {
            mayOwe ||= act.kind === 'payout';
            await sale.act(act);
            await world.deliverShuffled(random);
            await expectRight(sale, mayOwe);
          }
        },
      ),
      { numRuns: RUNS },
    );
  }, 300_000);
});
