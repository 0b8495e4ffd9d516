import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aProvider, aSale, aStripe, balanceMinor, type StripeTest } from './world';

let test: StripeTest;
beforeAll(async () => {
  test = await aStripe();
});
afterAll(() => test.end());

describe('a destination charge', () => {
  it('moves the whole charge to the provider and takes the fee back', async () => {
    const provider = await aProvider(test);
    const before = await balanceMinor(test);
    const intent = await aSale(test, provider, { amount: 11_000, feeMinor: 2_000 });
    expect(intent.status).toBe('succeeded');
    const charge = await test.client.charges.retrieve(intent.latest_charge as string, {
      expand: ['transfer', 'application_fee', 'balance_transaction'],
    });
    expect((charge.transfer as Stripe.Transfer).amount).toBe(11_000);
    expect((charge.application_fee as Stripe.ApplicationFee).amount).toBe(2_000);
    const stripeFee = (charge.balance_transaction as Stripe.BalanceTransaction).fee;
    expect(stripeFee).toBe(179);
    expect(await balanceMinor(test, 'eur', provider)).toBe(9_000);
    expect((await balanceMinor(test)) - before).toBe(2_000 - stripeFee);
  });

  it('is refused to an account that has not been onboarded', async () => {
    const { id } = await test.client.accounts.create({ type: 'express', country: 'FR' });
    await expect(aSale(test, id, { amount: 1_000, feeMinor: 100 })).rejects.toMatchObject({
      code: 'insufficient_capabilities_for_transfer',
    });
  });

  it('is refused when the fee exceeds the charge or nobody could pay it', async () => {
    const provider = await aProvider(test);
    await expect(aSale(test, provider, { amount: 1_000, feeMinor: 1_001 })).rejects.toMatchObject({
      param: 'application_fee_amount',
    });
    await expect(
      test.client.paymentIntents.create({
        amount: 1_000,
        currency: 'eur',
        application_fee_amount: 1,
      }),
    ).rejects.toMatchObject({ param: 'application_fee_amount' });
  });

  it('expands a charge and its balance transaction in one answer', async () => {
    const provider = await aProvider(test);
    const { id } = await aSale(test, provider, { amount: 5_000, feeMinor: 500 });
    const intent = await test.client.paymentIntents.retrieve(id, {
      expand: ['latest_charge.balance_transaction'],
    });
    const charge = intent.latest_charge as Stripe.Charge;
    expect((charge.balance_transaction as Stripe.BalanceTransaction).amount).toBe(5_000);
  });

  it('is found again by its metadata', async () => {
    const provider = await aProvider(test);
    const intent = await aSale(test, provider, { amount: 5_000, feeMinor: 500 });
    await test.client.paymentIntents.update(intent.id, { metadata: { bookingId: 'b_search' } });
    const found = await test.client.paymentIntents.search({
      query: "metadata['bookingId']:'b_search' AND status:'succeeded'",
    });
    expect(found.data.map(({ id }) => id)).toEqual([intent.id]);
  });
});

describe('cards', () => {
  it.each([
    ['pm_card_chargeDeclined', 'generic_decline'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'insufficient_funds'],
  ])('%s is declined and the intent can be paid with another card', async (card, declineCode) => {
    const provider = await aProvider(test);
    const intent = await test.client.paymentIntents.create({
      amount: 2_000,
      currency: 'eur',
      application_fee_amount: 200,
      transfer_data: { destination: provider },
    });
    const attempt = test.client.paymentIntents.confirm(intent.id, { payment_method: card });
    await expect(attempt).rejects.toMatchObject({
      type: 'StripeCardError',
      code: 'card_declined',
      decline_code: declineCode,
    });
    const declined = await test.client.paymentIntents.retrieve(intent.id);
    expect(declined.status).toBe('requires_payment_method');
    expect(await balanceMinor(test, 'eur', provider)).toBe(0);
    const paid = await test.client.paymentIntents.confirm(intent.id, {
      payment_method: 'pm_card_visa',
    });
    expect(paid.status).toBe('succeeded');
  });

  it('asks the cardholder on a page of its own when 3-D Secure is required', async () => {
    const provider = await aProvider(test);
    const intent = await aSale(test, provider, {
      amount: 2_000,
      feeMinor: 200,
      card: 'pm_card_threeDSecure2Required',
    });
    expect(intent.status).toBe('requires_action');
    const url = intent.next_action?.redirect_to_url?.url ?? '';
    expect(await (await fetch(url)).text()).toContain('Complete authentication');
    const failed = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ outcome: 'fail' }),
    });
    expect(await failed.text()).toContain('Authentication failed');
    const after = await test.client.paymentIntents.retrieve(intent.id);
    expect(after.last_payment_error?.code).toBe('payment_intent_authentication_failure');
  });
});

describe('amounts', () => {
  it.each([
    [49, 'usd', 'amount_too_small'],
    [29, 'gbp', 'amount_too_small'],
    [0, 'eur', 'parameter_invalid_integer'],
    [1_005, 'kwd', 'parameter_invalid_integer'],
    [150, 'isk', 'parameter_invalid_integer'],
  ])('%i %s is refused: %s', async (amount, currency, code) => {
    await expect(test.client.paymentIntents.create({ amount, currency })).rejects.toMatchObject({
      code,
    });
  });

  it.each([
    [50, 'jpy'],
    [1_010, 'kwd'],
    [200, 'isk'],
    [30, 'gbp'],
  ])('%i %s is accepted', async (amount, currency) => {
    expect((await test.client.paymentIntents.create({ amount, currency })).amount).toBe(amount);
  });

  it('names a parameter that Stripe does not know', async () => {
    const params = { amount: 1_000, currency: 'eur', application_fee: 100 };
    await expect(
      test.client.paymentIntents.create(params as Stripe.PaymentIntentCreateParams),
    ).rejects.toMatchObject({ code: 'parameter_unknown', param: 'application_fee' });
  });
});

describe('manual capture', () => {
  it('moves no money before it is captured', async () => {
    const provider = await aProvider(test);
    const intent = await aSale(test, provider, { amount: 3_000, feeMinor: 300, capture: 'manual' });
    expect(intent).toMatchObject({ status: 'requires_capture', amount_capturable: 3_000 });
    const { latest_charge: charge } = await test.client.paymentIntents.retrieve(intent.id, {
      expand: ['latest_charge.transfer', 'latest_charge.application_fee'],
    });
    expect(charge).toMatchObject({ captured: false, application_fee: null });
    expect(await balanceMinor(test, 'eur', provider)).toBe(0);
    const captured = await test.client.paymentIntents.capture(intent.id);
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 3_000 });
    expect(await balanceMinor(test, 'eur', provider)).toBe(2_700);
  });

  it('gives the authorisation back when cancelled, and then cannot be captured', async () => {
    const provider = await aProvider(test);
    const intent = await aSale(test, provider, { amount: 3_000, feeMinor: 300, capture: 'manual' });
    expect((await test.client.paymentIntents.cancel(intent.id)).status).toBe('canceled');
    await expect(test.client.paymentIntents.capture(intent.id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });

  it('refuses to cancel what was paid', async () => {
    const intent = await aSale(test, await aProvider(test), { amount: 3_000, feeMinor: 300 });
    await expect(test.client.paymentIntents.cancel(intent.id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });
});
