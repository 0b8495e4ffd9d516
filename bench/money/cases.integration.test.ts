import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripeAccounts } from '../../services/provider/onboarding/accounts';
import { requireBooking } from '../../services/shared/bookings';
import { expectRight } from './expect-right';
import { aSale, type Sale } from './sale';
import { type MoneyWorld, startMoneyWorld } from './world';

let world: MoneyWorld;
beforeAll(async () => {
  world = await startMoneyWorld();
  await world.earn('eur');
});
afterAll(() => world.stop());

/** A guest's booking of base 10000: total 11000, of which 9000 are the provider's. */
async function aGuestSale(): Promise<Sale> {
  const sale = await aSale(world, { unitPriceMinor: 10_000, currency: 'EUR', guest: true });
  await world.deliverShuffled(Math.random);
  return sale;
}

async function sums(sale: Sale): Promise<Record<string, number>> {
  const byType: Record<string, number> = {};
  for (const { type, amountMinor } of await sale.entries()) {
    byType[type] = (byType[type] ?? 0) + amountMinor;
  }
  return byType;
}

const shown = (sale: Sale) => requireBooking(world.table, sale.bookingId);

describe('a refund in Stripe’s dashboard', () => {
  it.each([false, true])(
    'ends in the shares of the worked table (boxes ticked: %s)',
    async (isShared) => {
      const sale = await aGuestSale();
      await sale.act({ kind: 'dashboard', fraction: 0.5, isShared });
      await world.deliverShuffled(Math.random);
      expect(await sums(sale)).toMatchObject({ refund: 5_500, fee_refund: 1_000, reversal: 5_500 });
      expect(await sale.standing()).toMatchObject({
        providerMinor: 4_500,
        platformDueMinor: 1_000,
      });
      expect(await shown(sale)).toMatchObject({ refundedMinor: 5_500 });
      await expectRight(sale, false);
    },
  );

  it('counts towards what is due: nobody is refunded twice', async () => {
    const sale = await aGuestSale();
    await sale.act({ kind: 'dashboard', fraction: 0.5, isShared: true });
    await sale.act({ kind: 'refund', fraction: 1 });
    await world.deliverShuffled(Math.random);
    expect(await shown(sale)).toMatchObject({ refundedMinor: 5_500, refundDueMinor: 5_500 });
    await expectRight(sale, false);
  });
});

describe('a dispute', () => {
  it('takes its share from the provider at once, and its fee from the platform', async () => {
    const sale = await aGuestSale();
    await sale.act({ kind: 'dispute', fraction: 1 });
    await world.deliverShuffled(Math.random);
    expect(await sums(sale)).toMatchObject({
      dispute: 11_000,
      dispute_fee: 1_500,
      reversal: 9_000,
    });
    expect(await shown(sale)).toMatchObject({ disputeState: 'open', disputedMinor: 11_000 });
    expect((await shown(sale)).disputeRespondBy).toBeDefined();
  });

  it('that is won gives the provider its share again, and what was due is refunded then', async () => {
    const sale = await aGuestSale();
    await sale.act({ kind: 'dispute', fraction: 1 });
    await world.deliverShuffled(Math.random);
    await sale.act({ kind: 'refund', fraction: 0.5 });
    expect(await shown(sale)).toMatchObject({ refundedMinor: 0 });
    await sale.act({ kind: 'win' });
    await world.deliverShuffled(Math.random);
    expect(await shown(sale)).toMatchObject({
      disputeState: 'won',
      disputedMinor: 0,
      refundedMinor: 5_500,
    });
    expect(await sums(sale)).toMatchObject({ dispute_reversal: 11_000, transfer: 20_000 });
    await expectRight(sale, false);
  });

  it('that is lost leaves nobody with more than is held', async () => {
    const sale = await aGuestSale();
    await sale.act({ kind: 'dispute', fraction: 0.5 });
    await sale.act({ kind: 'lose' });
    await world.deliverShuffled(Math.random);
    expect(await shown(sale)).toMatchObject({ disputeState: 'lost', disputedMinor: 5_500 });
    expect(await sale.standing()).toMatchObject({ heldMinor: 5_500, providerMinor: 4_500 });
  });

  it('heard of only when it was won moves nothing of the provider’s', async () => {
    const sale = await aGuestSale();
    await sale.act({ kind: 'dispute', fraction: 1 });
    await sale.act({ kind: 'win' });
    await world.deliverShuffled(Math.random);
    expect(await sums(sale)).toMatchObject({ transfer: 11_000, dispute_reversal: 11_000 });
    expect(await sums(sale)).not.toHaveProperty('reversal');
    await expectRight(sale, false);
  });
});

describe('a refund that the customer’s bank sends back', () => {
  it('is entered as undone: provider and platform hold their shares as before', async () => {
    const sale = await aGuestSale();
    await sale.act({ kind: 'refund', fraction: 1 });
    await sale.act({ kind: 'refundFails' });
    await world.deliverShuffled(Math.random);
    expect(await shown(sale)).toMatchObject({ refundedMinor: 0, refundDueMinor: 0 });
    expect(await sale.standing()).toMatchObject({ heldMinor: 11_000, providerMinor: 9_000 });
    await expectRight(sale, false);
  });

  it('can be made again, though the fee went back with the first', async () => {
    const sale = await aGuestSale();
    await sale.act({ kind: 'refund', fraction: 0.5 });
    await sale.act({ kind: 'refundFails' });
    await world.deliverShuffled(Math.random);
    await sale.act({ kind: 'refund', fraction: 1 });
    await world.deliverShuffled(Math.random);
    expect(await shown(sale)).toMatchObject({ refundedMinor: 11_000 });
    expect(await sums(sale)).toMatchObject({ refund: 11_000, fee_refund: 2_000 });
    await expectRight(sale, false);
  });
});

describe('a refund that dies half-way', () => {
  it.each(['POST /v1/refunds', '/refunds', '/reversals'])(
    'at %s is finished later under the same names, once',
    async (match) => {
      const sale = await aGuestSale();
      world.controls.troubles.add({ match, mode: 'rate-limit', times: 50, delayMs: 0 });
      await expect(sale.act({ kind: 'refund', fraction: 1 })).rejects.toThrow();
      world.controls.troubles.clear();
      expect(await shown(sale)).toHaveProperty('moneyPlan');
      await sale.act({ kind: 'refund', fraction: 0 });
      expect(await shown(sale)).toMatchObject({ refundedMinor: 11_000 });
      expect(await shown(sale)).not.toHaveProperty('moneyPlan');
      await world.deliverShuffled(Math.random);
      await expectRight(sale, false);
    },
  );

  it('and is taken up after Stripe forgot its keys finds what was done by its metadata', async () => {
    const sale = await aGuestSale();
    world.controls.troubles.add({ match: '/reversals', mode: 'fail', times: 50, delayMs: 0 });
    await expect(sale.act({ kind: 'refund', fraction: 1 })).rejects.toThrow();
    world.controls.troubles.clear();
    await world.forgetKeys(sale.bookingId);
    await sale.act({ kind: 'refund', fraction: 0 });
    expect(await sums(sale)).toMatchObject({ refund: 11_000, fee_refund: 2_000, reversal: 11_000 });
    await expectRight(sale, false);
  });
});

describe('the rules', () => {
  it('are shown to notice a fee that was left behind', async () => {
    const sale = await aGuestSale();
    const { refundApplicationFee } = world.payments;
    world.payments.refundApplicationFee = async ({ amountMinor, plannedAt }) => ({
      id: 'fr_never',
      amountMinor,
      at: plannedAt,
    });
    await sale.act({ kind: 'refund', fraction: 0.5 });
    world.payments.refundApplicationFee = refundApplicationFee;
    await expect(expectRight(sale, false)).rejects.toThrow();
  });
});

describe('a provider’s account', () => {
  it('that was asked for long ago is found by its metadata instead of made twice', async () => {
    const accounts = stripeAccounts(world.stripe);
    const askedAt = new Date(Date.now() - 25 * 3600 * 1000);
    const provider = { providerId: 'prv_lost', country: 'DE', askedAt };
    const first = await accounts.create(provider);
    world.controls.forgetIdempotencyKeys();
    expect(await accounts.create(provider)).toBe(first);
  });
});
