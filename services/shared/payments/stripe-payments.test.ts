import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Payments, stripeClient, stripePayments } from './index';

interface Asked {
  method: string;
  path: string;
  idempotencyKey: string | undefined;
  form: Record<string, string>;
}

const charge = {
  id: 'ch_1',
  captured: true,
  amount_captured: 11_000,
  created: 1_780_000_000,
  transfer: { id: 'tr_1', amount: 11_000, amount_reversed: 0, transfer_group: 'group_1' },
  application_fee: { id: 'fee_1', amount: 2_000 },
  balance_transaction: {
    id: 'txn_1',
    created: 1_780_000_000,
    currency: 'eur',
    fee_details: [
      { type: 'stripe_fee', amount: 179 },
      { type: 'tax', amount: 30 },
    ],
  },
};
const intent = {
  id: 'pi_1',
  object: 'payment_intent',
  metadata: { bookingId: 'b1' },
  client_secret: 'pi_1_secret',
  status: 'succeeded',
  amount: 11_000,
  application_fee_amount: 2_000,
  currency: 'eur',
  latest_charge: charge,
};
const step = {
  bookingId: 'b1',
  intentId: 'pi_1',
  planName: 'booking:b1:refund:7',
  amountMinor: 5_500,
  plannedAt: new Date(),
};

let server: Server;
let payments: Payments;
let asked: Asked[] = [];
let answer: (request: Asked) => { status: number; body: object; headers?: Record<string, string> };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { pathname } = new URL(request.url ?? '/', 'http://stripe.test');
    const seen = {
      method: request.method ?? '',
      path: pathname,
      idempotencyKey: request.headers['idempotency-key']?.toString(),
      form: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())),
    };
    asked.push(seen);
    const { status, body, headers } = answer(seen);
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  payments = stripePayments(stripeClient('sk_test_1', origin));
});
beforeEach(() => {
  asked = [];
  answer = () => ({ status: 200, body: intent });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const refuse = (code: string) => ({
  status: 400,
  body: { error: { type: 'invalid_request_error', code, message: 'No' } },
});

describe('payments by Stripe', () => {
  it('are destination charges with an absolute fee, opened once per booking', async () => {
    await payments.createIntent({
      bookingId: 'b1',
      amountMinor: 11_000,
      applicationFeeMinor: 2_000,
      currency: 'EUR',
      destination: 'acct_1',
      isCapturedLater: true,
    });
    expect(asked).toMatchObject([
      {
        idempotencyKey: 'booking:b1:payment-intent',
        form: {
          amount: '11000',
          currency: 'eur',
          application_fee_amount: '2000',
          'transfer_data[destination]': 'acct_1',
          on_behalf_of: 'acct_1',
          capture_method: 'manual',
          'metadata[bookingId]': 'b1',
        },
      },
    ]);
  });

  it('tell what a charge moved, each movement with its id', async () => {
    expect(await payments.readIntent('pi_1')).toMatchObject({
      bookingId: 'b1',
      currency: 'EUR',
      charge: {
        id: 'ch_1',
        transfer: { id: 'tr_1', amountMinor: 11_000 },
        applicationFee: { id: 'fee_1', amountMinor: 2_000 },
        stripeFee: { id: 'txn_1', amountMinor: 179, currency: 'EUR' },
      },
    });
  });

  it('that cannot be cancelled, captured or repriced any more say what they are instead', async () => {
    answer = ({ method }) =>
      method === 'POST' ? refuse('payment_intent_unexpected_state') : { status: 200, body: intent };
    expect((await payments.cancelIntent('pi_1')).status).toBe('succeeded');
    expect((await payments.captureIntent('pi_1')).status).toBe('succeeded');
    const price = { amountMinor: 10_000, applicationFeeMinor: 1_000 };
    expect(await payments.repriceIntent('pi_1', price)).toBeUndefined();
  });

  it('come back later when Stripe is away, and not when it refuses', async () => {
    answer = () => refuse('resource_missing');
    await expect(payments.readIntent('pi_1')).rejects.not.toHaveProperty('code', 'UNAVAILABLE');
    const away = stripePayments(stripeClient('sk_test_1', 'http://127.0.0.1:1'));
    await expect(away.readIntent('pi_1')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});

describe('a refund', () => {
  it('is three movements of exactly our shares, each named after its plan', async () => {
    await payments.refund(step);
    await payments.reverseTransfer(step);
    await payments.refundApplicationFee({ ...step, amountMinor: 1_000 });
    const writes = asked.filter(({ method }) => method === 'POST');
    expect(
      writes.map(({ path, idempotencyKey, form }) => [path, idempotencyKey, form.amount]),
    ).toEqual([
      ['/v1/refunds', 'booking:b1:refund:7:refund', '5500'],
      ['/v1/transfers/tr_1/reversals', 'booking:b1:refund:7:reversal', '5500'],
      ['/v1/application_fees/fee_1/refunds', 'booking:b1:refund:7:fee-refund', '1000'],
    ]);
    expect(writes[0]?.form).not.toHaveProperty('refund_application_fee');
  });

  it('older than Stripe’s memory is looked up before it is repeated', async () => {
    const known = { id: 're_1', metadata: { step: 'booking:b1:refund:7:refund' } };
    answer = () => ({ status: 200, body: { object: 'list', data: [known] } });
    const old = { ...step, plannedAt: new Date(Date.now() - 24 * 3600 * 1000) };
    expect(await payments.refund(old)).toMatchObject({ id: 're_1' });
    expect(asked.map(({ method }) => method)).toEqual(['GET']);
  });

  it('is done under another key when Stripe remembers a failure of its own, unless it was done', async () => {
    const failure = {
      status: 500,
      body: { error: { type: 'api_error', message: 'Sorry' } },
      headers: { 'idempotent-replayed': 'true', 'stripe-should-retry': 'false' },
    };
    const made = {
      id: 're_1',
      amount: 5_500,
      created: 1,
      metadata: { step: `${step.planName}:refund` },
    };
    let listed: object[] = [];
    answer = ({ method, idempotencyKey }) => {
      if (method === 'GET')
        return { status: 200, body: { object: 'list', data: listed, has_more: false } };
      return idempotencyKey === `${step.planName}:refund` ? failure : { status: 200, body: made };
    };
    expect(await payments.refund(step)).toMatchObject({ id: 're_1' });
    expect(asked.at(-1)?.idempotencyKey).toMatch(`${step.planName}:refund:again-`);

    listed = [{ ...made, id: 're_0' }];
    expect(await payments.refund(step)).toMatchObject({ id: 're_0' });
  });

  it('from an account without the money says so instead of failing', async () => {
    answer = ({ method }) =>
      method === 'POST' ? refuse('balance_insufficient') : { status: 200, body: intent };
    expect(await payments.reverseTransfer(step)).toEqual([]);
  });
});
