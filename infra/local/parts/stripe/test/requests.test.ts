import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aProvider, aSale, aStripe, balanceMinor, PUBLISHABLE_KEY, type StripeTest } from './world';

let test: StripeTest;
beforeAll(async () => {
  test = await aStripe();
});
afterAll(() => test.end());

const params = { amount: 1_000, currency: 'eur' };

describe('idempotency keys', () => {
  it('replay the first answer to the same parameters', async () => {
    const options = { idempotencyKey: 'same' };
    const first = await test.client.paymentIntents.create(params, options);
    const second = await test.client.paymentIntents.create(params, options);
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
  });

  it('replay a decline too, without charging again', async () => {
    const intent = await test.client.paymentIntents.create(params);
    const decline = () =>
      test.client.paymentIntents.confirm(
        intent.id,
        { payment_method: 'pm_card_chargeDeclined' },
        { idempotencyKey: 'declined' },
      );
    const first: unknown = await decline().catch((error: unknown) => error);
    await expect(decline()).rejects.toMatchObject({ charge: (first as { charge: string }).charge });
  });

  it('refuse other parameters', async () => {
    const options = { idempotencyKey: 'other' };
    await test.client.paymentIntents.create(params, options);
    await expect(
      test.client.paymentIntents.create({ ...params, amount: 2_000 }, options),
    ).rejects.toMatchObject({ type: 'StripeIdempotencyError' });
  });

  it('lock out a concurrent duplicate with 409', async () => {
    test.part.controls.troubles.add({
      match: 'POST /v1/payment_intents',
      mode: 'delay',
      times: 1,
      delayMs: 100,
    });
    const create = () => test.client.paymentIntents.create(params, { idempotencyKey: 'twice' });
    const outcomes = await Promise.allSettled([create(), create()]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
  });

  it('survive a restart, as the money does', async () => {
    const provider = await aProvider(test);
    const sale = { amount: 7_000, feeMinor: 700 };
    await aSale(test, provider, sale);
    const first = await test.client.paymentIntents.create(params, { idempotencyKey: 'restart' });
    await test.restart();
    const again = await test.client.paymentIntents.create(params, { idempotencyKey: 'restart' });
    expect(again.id).toBe(first.id);
    expect(await balanceMinor(test, 'eur', provider)).toBe(6_300);
  });

  it('make a retry after a lost answer find what was done', async () => {
    test.part.controls.troubles.add({
      match: 'POST /v1/payment_intents',
      mode: 'lose-answer',
      times: 1,
      delayMs: 0,
    });
    const create = () =>
      test.client.paymentIntents.create(
        { ...params, metadata: { lost: 'yes' } },
        { idempotencyKey: 'lost' },
      );
    await create().catch(() => undefined);
    const { id } = await create();
    const found = await test.client.paymentIntents.search({ query: "metadata['lost']:'yes'" });
    expect(found.data.map((intent) => intent.id)).toEqual([id]);
  });
});

describe('keys and accounts', () => {
  it('refuses a request without a key', async () => {
    const answer = await fetch(`${test.part.url}/v1/balance`);
    expect(answer.status).toBe(401);
  });

  it('answers 404 for what does not exist and 403 for a foreign account', async () => {
    await expect(test.client.charges.retrieve('ch_none')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    await expect(
      test.client.balance.retrieve({}, { stripeAccount: 'acct_none' }),
    ).rejects.toMatchObject({ statusCode: 403, code: 'account_invalid' });
  });

  it('walks through all pages of a list', async () => {
    const { data } = await test.client.paymentIntents.list({ limit: 2 });
    expect(data).toHaveLength(2);
    const all = await test.client.paymentIntents
      .list({ limit: 2 })
      .autoPagingToArray({ limit: 100 });
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.length).toBe(test.part.controls.counts().payment_intent);
  });
});

describe('the browser', () => {
  const headers = { authorization: `Bearer ${PUBLISHABLE_KEY}`, origin: 'http://localhost:8080' };

  function confirm(id: string, fields: Record<string, string>): Promise<Response> {
    const url = `${test.part.url}/v1/payment_intents/${id}/confirm`;
    return fetch(url, { method: 'POST', headers, body: new URLSearchParams(fields) });
  }

  const card = (number: string) => ({
    'payment_method_data[type]': 'card',
    'payment_method_data[card][number]': number,
    'payment_method_data[card][exp_month]': '12',
    'payment_method_data[card][exp_year]': '34',
    'payment_method_data[card][cvc]': '123',
  });

  it('pays with a client secret and card data, and sees no metadata', async () => {
    const intent = await test.client.paymentIntents.create({
      ...params,
      metadata: { bookingId: 'b_9' },
    });
    const client_secret = intent.client_secret ?? '';
    const answer = await confirm(intent.id, { client_secret, ...card('4242 4242 4242 4242') });
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:8080');
    const body = await answer.text();
    expect(JSON.parse(body)).toMatchObject({ status: 'succeeded' });
    expect(body).not.toContain('b_9');
  });

  it.each([
    ['4000000000000002', 402, 'card_declined'],
    ['4000000000009995', 402, 'card_declined'],
    ['4242424242424241', 402, 'incorrect_number'],
  ])('card %s gives %i %s', async (number, status, code) => {
    const intent = await test.client.paymentIntents.create(params);
    const client_secret = intent.client_secret ?? '';
    const answer = await confirm(intent.id, { client_secret, ...card(number) });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { type: 'card_error', code } });
  });

  it.each(['4000002760003184', '4000002500003155'])(
    'card %s is sent to the challenge and comes back to the shop',
    async (number) => {
      const intent = await test.client.paymentIntents.create(params);
      const client_secret = intent.client_secret ?? '';
      const return_url = 'http://localhost:8080/book/done';
      const answer = await confirm(intent.id, { client_secret, return_url, ...card(number) });
      const body = (await answer.json()) as { next_action: { redirect_to_url: { url: string } } };
      const back = await fetch(body.next_action.redirect_to_url.url, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ outcome: 'complete' }),
      });
      const location = new URL(back.headers.get('location') ?? '');
      expect(location.searchParams.get('redirect_status')).toBe('succeeded');
      expect((await test.client.paymentIntents.retrieve(intent.id)).status).toBe('succeeded');
    },
  );

  it('may do nothing without the client secret, nor what needs the secret key', async () => {
    const intent = await test.client.paymentIntents.create(params);
    const forged = await confirm(intent.id, {
      client_secret: 'pi_x_secret_y',
      ...card('4242424242424242'),
    });
    expect(forged.status).toBe(400);
    const refund = await fetch(`${test.part.url}/v1/refunds`, { method: 'POST', headers });
    expect(refund.status).toBe(403);
  });

  it('lets other sites read nothing', async () => {
    const answer = await fetch(`${test.part.url}/v1/balance`, {
      headers: { origin: 'https://evil.test' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});
