import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aProvider, aSale, aStripe, balanceMinor, type StripeTest } from './world';

let test: StripeTest;
beforeAll(async () => {
  test = await aStripe();
});
afterAll(() => test.end());

async function parts(intentId: string) {
  const intent = await test.client.paymentIntents.retrieve(intentId);
  const charge = await test.client.charges.retrieve(intent.latest_charge as string);
  return { transfer: charge.transfer as string, fee: charge.application_fee as string };
}

describe('a refund', () => {
  it('takes nothing from the provider unless it is asked to', async () => {
    const provider = await aProvider(test);
    const before = await balanceMinor(test);
    const { id } = await aSale(test, provider, { amount: 11_000, feeMinor: 2_000 });
    const refund = await test.client.refunds.create({ payment_intent: id, amount: 5_500 });
    expect(refund).toMatchObject({ status: 'succeeded', transfer_reversal: null });
    expect(await balanceMinor(test, 'eur', provider)).toBe(9_000);
    expect((await balanceMinor(test)) - before).toBe(2_000 - 179 - 5_500);
  });

  it('reverses transfer and fee by explicit amounts, as the half refund of the worked table', async () => {
    const provider = await aProvider(test);
    const { id } = await aSale(test, provider, { amount: 11_000, feeMinor: 2_000 });
    const { transfer, fee } = await parts(id);
    await test.client.refunds.create({ payment_intent: id, amount: 5_500 });
    await test.client.applicationFees.createRefund(fee, { amount: 1_000 });
    const reversal = await test.client.transfers.createReversal(transfer, { amount: 5_500 });
    expect(reversal.amount).toBe(5_500);
    expect(await balanceMinor(test, 'eur', provider)).toBe(4_500);
    expect((await test.client.applicationFees.retrieve(fee)).amount_refunded).toBe(1_000);
    expect((await test.client.transfers.retrieve(transfer)).amount_reversed).toBe(5_500);
  });

  it('splits in proportion with reverse_transfer and refund_application_fee', async () => {
    const provider = await aProvider(test);
    const { id } = await aSale(test, provider, { amount: 10_000, feeMinor: 1_000 });
    await test.client.refunds.create({
      payment_intent: id,
      reverse_transfer: true,
      refund_application_fee: true,
    });
    expect(await balanceMinor(test, 'eur', provider)).toBe(0);
    await expect(test.client.refunds.create({ payment_intent: id })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
  });

  it('is refused above what is left, without a trace', async () => {
    const provider = await aProvider(test);
    const { id } = await aSale(test, provider, { amount: 10_000, feeMinor: 1_000 });
    await test.client.refunds.create({ payment_intent: id, amount: 4_000 });
    await expect(
      test.client.refunds.create({ payment_intent: id, amount: 6_001, reverse_transfer: true }),
    ).rejects.toMatchObject({ param: 'amount' });
    expect(await balanceMinor(test, 'eur', provider)).toBe(9_000);
  });

  it('cannot reverse a transfer from an account that was paid out', async () => {
    const provider = await aProvider(test);
    const { id } = await aSale(test, provider, { amount: 10_000, feeMinor: 1_000 });
    const { transfer } = await parts(id);
    test.part.controls.createPayout(provider, { currency: 'eur' });
    await expect(
      test.client.transfers.createReversal(transfer, { amount: 9_000 }),
    ).rejects.toMatchObject({ code: 'balance_insufficient' });
    const refund = await test.client.refunds.create({ payment_intent: id });
    expect(refund.status).toBe('succeeded');
  });

  it('never makes or loses a cent, whatever is refunded in whatever order', async () => {
    const provider = await aProvider(test);
    const steps = fc.array(
      fc.record({ amount: fc.integer({ min: 1, max: 4_000 }), both: fc.boolean() }),
      {
        maxLength: 5,
      },
    );
    const total = fc.integer({ min: 50, max: 20_000 });
    await fc.assert(
      fc.asyncProperty(
        total,
        fc.double({ min: 0, max: 1, noNaN: true }),
        steps,
        async (amount, share, list) => {
          const platformBefore = await balanceMinor(test);
          const providerBefore = await balanceMinor(test, 'eur', provider);
          const { id } = await aSale(test, provider, {
            amount,
            feeMinor: Math.floor(amount * share),
          });
          let refunded = 0;
          for (const step of list) {
            const isDone = await test.client.refunds
              .create({
                payment_intent: id,
                amount: step.amount,
                reverse_transfer: step.both,
                refund_application_fee: step.both && amount * share >= 1,
              })
              .then(
                () => true,
                () => false,
              );
            if (isDone) refunded += step.amount;
          }
          const stripeFee = Math.round((amount * 14) / 1000) + 25;
          const moved =
            (await balanceMinor(test)) -
            platformBefore +
            (await balanceMinor(test, 'eur', provider)) -
            providerBefore;
          expect(moved).toBe(amount - refunded - stripeFee);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('a dispute', () => {
  it('withdraws amount and fee, and a win brings back the amount only', async () => {
    const provider = await aProvider(test);
    const { latest_charge } = await aSale(test, provider, { amount: 10_000, feeMinor: 1_000 });
    const before = await balanceMinor(test);
    const { id } = test.part.controls.openDispute(latest_charge as string);
    expect((await balanceMinor(test)) - before).toBe(-11_500);
    await expect(
      test.client.refunds.create({ charge: latest_charge as string }),
    ).rejects.toMatchObject({ code: 'charge_disputed' });
    test.part.controls.closeDispute(id, 'won');
    expect((await balanceMinor(test)) - before).toBe(-1_500);
    expect((await test.client.disputes.retrieve(id)).status).toBe('won');
  });
});

describe('a payout', () => {
  it('lists what it paid for', async () => {
    const provider = await aProvider(test);
    await aSale(test, provider, { amount: 10_000, feeMinor: 1_000 });
    const payout = test.part.controls.createPayout(provider, { currency: 'eur' });
    expect(payout.amount).toBe(9_000);
    const options = { stripeAccount: provider };
    const listed = await test.client.payouts.list({}, options);
    expect(listed.data.map(({ id }) => id)).toEqual([payout.id]);
    const settled = await test.client.balanceTransactions.list({ payout: payout.id }, options);
    expect(settled.data.map(({ type }) => type).sort()).toEqual(['payment', 'payout']);
  });
});
