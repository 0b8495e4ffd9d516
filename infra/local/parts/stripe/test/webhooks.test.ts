import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aProvider, aSale, aStripe, eventually, SECRETS, type StripeTest } from './world';

let test: StripeTest;
beforeEach(async () => {
  test = await aStripe();
});
afterEach(() => test.end());

const intentTypes = () => test.site.types().filter((type) => type.startsWith('payment_intent.'));

function eventId(type: string): string {
  const found = test.part.controls.events(100).find(({ event }) => event.type === type);
  return found?.event.id ?? '';
}

describe('webhooks', () => {
  it('carry a signature that the SDK accepts with the platform secret', async () => {
    await test.client.paymentIntents.create({ amount: 1_000, currency: 'eur' });
    await eventually(() => expect(test.site.received).toHaveLength(1));
    const [delivery] = test.site.received;
    const { body = '', signature = '' } = delivery ?? {};
    const event = test.client.webhooks.constructEvent(body, signature, SECRETS.platform);
    expect(event.type).toBe('payment_intent.created');
    expect(delivery?.path).toBe('/platform');
    expect(() => test.client.webhooks.constructEvent(body, signature, 'whsec_other')).toThrow();
  });

  it('of a connected account go to the Connect endpoint and name the account', async () => {
    const provider = await aProvider(test);
    await eventually(() => expect(test.site.received.length).toBeGreaterThanOrEqual(2));
    for (const { path, body, signature } of test.site.received) {
      expect(path).toBe('/connect');
      const event = test.client.webhooks.constructEvent(body, signature, SECRETS.connect);
      expect(event.account).toBe(provider);
    }
  });

  it('are sent again until they are answered with success', async () => {
    test.site.answer = () => (test.site.received.length < 3 ? 500 : 200);
    await test.client.paymentIntents.create({ amount: 1_000, currency: 'eur' });
    await eventually(() => expect(test.part.controls.webhooks().waiting).toBe(0));
    const [view] = test.part.controls.events(1);
    expect(view?.attempts.map(({ isDelivered }) => isDelivered)).toEqual([false, false, true]);
    expect(view?.event.pending_webhooks).toBe(0);
  });

  it('can be held and released in reverse order', async () => {
    test.part.controls.hold();
    await test.client.paymentIntents.create({
      amount: 1_000,
      currency: 'eur',
      payment_method: 'pm_card_visa',
      confirm: true,
    });
    await eventually(() => expect(test.part.controls.webhooks().held).toHaveLength(3));
    expect(test.site.received).toHaveLength(0);
    test.part.controls.release('reverse');
    await eventually(() =>
      expect(intentTypes().sort()).toEqual(['payment_intent.created', 'payment_intent.succeeded']),
    );
  });

  it('can be repeated over HTTP', async () => {
    await test.client.paymentIntents.create({ amount: 1_000, currency: 'eur' });
    await eventually(() => expect(test.site.received).toHaveLength(1));
    const id = eventId('payment_intent.created');
    const body = JSON.stringify({ copies: 2 });
    const answer = await fetch(`${test.part.url}/_sim/events/${id}/resend`, {
      method: 'POST',
      body,
    });
    expect(answer.status).toBe(200);
    await eventually(() => expect(test.site.received).toHaveLength(3));
  });

  it('are doubled when the stand-in is told to be unkind', async () => {
    test.part.controls.beUnkind({ maxDelayMs: 5, duplicatePercent: 100, seed: 7 });
    await test.client.paymentIntents.create({ amount: 1_000, currency: 'eur' });
    await eventually(() => expect(test.site.received).toHaveLength(2));
  });

  it('that were not delivered are delivered after a restart', async () => {
    test.part.controls.hold();
    await test.client.paymentIntents.create({ amount: 1_000, currency: 'eur' });
    await eventually(() => expect(test.part.controls.webhooks().held).toHaveLength(1));
    await test.restart();
    await eventually(() => expect(test.site.types()).toEqual(['payment_intent.created']));
  });

  it('show the object as it was when the event happened', async () => {
    const provider = await aProvider(test);
    await aSale(test, provider, { amount: 1_000, feeMinor: 100 });
    const created = await test.client.events.retrieve(eventId('payment_intent.created'));
    expect((created.data.object as Stripe.PaymentIntent).status).toBe('requires_confirmation');
  });
});

describe('onboarding', () => {
  it('enables charges once the provider has gone through the form', async () => {
    const { id } = await test.client.accounts.create({
      type: 'express',
      country: 'JP',
      capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
    });
    expect((await test.client.accounts.retrieve(id)).charges_enabled).toBe(false);
    const link = await test.client.accountLinks.create({
      account: id,
      type: 'account_onboarding',
      refresh_url: 'http://localhost:8080/portal',
      return_url: 'http://localhost:8080/portal?onboarded=1',
    });
    expect(await (await fetch(link.url)).text()).toContain('Get paid with Stripe');
    const done = await fetch(link.url, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ outcome: 'complete' }),
    });
    expect(done.headers.get('location')).toBe('http://localhost:8080/portal?onboarded=1');
    const account = await test.client.accounts.retrieve(id);
    expect(account).toMatchObject({ charges_enabled: true, capabilities: { transfers: 'active' } });
    await eventually(() => expect(test.site.types()).toContain('account.updated'));
  });

  it('can be skipped for accounts that a seed names', async () => {
    const body = JSON.stringify({
      accounts: [
        { id: 'acct_seed1', country: 'DE' },
        { id: 'acct_seed2', country: 'US' },
      ],
    });
    await fetch(`${test.part.url}/_sim/accounts`, { method: 'POST', body });
    await fetch(`${test.part.url}/_sim/accounts`, { method: 'POST', body });
    expect((await test.client.accounts.retrieve('acct_seed1')).charges_enabled).toBe(true);
    expect(test.part.controls.counts().account).toBe(2);
  });
});
