import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { silentLog, silentMetrics } from '../shared/observability';
import { startTestTable, type TestTable } from '../shared/testing';
import { createApp } from './app';

const secrets = { platform: 'whsec_platform', connect: 'whsec_connect' };
const WEBHOOK = '/api/payments/stripe/webhook';
const CONNECT = '/api/payments/stripe/connect-webhook';
const now = new Date('2026-06-01T12:00:00Z');
const nowSeconds = now.getTime() / 1000;

let test: TestTable;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  test = await startTestTable();
  const settings = { log: silentLog, metrics: silentMetrics, now: () => now };
  app = createApp(settings, { table: test.table, secrets });
});
afterAll(() => test.stop());

const anEvent = (id: string) => ({
  id,
  object: 'event',
  type: 'payment_intent.succeeded',
  created: nowSeconds,
  data: { object: { id: 'pi_1', object: 'payment_intent', receipt_email: 'ada@guest.test' } },
});

function deliver(
  path: string,
  body: string,
  secret: string,
  timestamp = nowSeconds,
  signed = body,
) {
  const header = Stripe.webhooks.generateTestHeaderString({ payload: signed, secret, timestamp });
  return app.request(path, { method: 'POST', body, headers: { 'stripe-signature': header } });
}

const kept = async (eventId: string) => (await test.table.inbox.get({ eventId }).go()).data;

describe('the webhook', () => {
  it('keeps a signed event once, however often it arrives', async () => {
    const body = JSON.stringify(anEvent('evt_once'));
    const answers = await Promise.all(
      [1, 2, 3].map(() => deliver(WEBHOOK, body, secrets.platform)),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(await kept('evt_once')).toMatchObject({
      objectType: 'payment_intent',
      objectId: 'pi_1',
    });
  });

  it('answers after one write and nothing else, whatever the event will set off', async () => {
    const send = vi.spyOn(test.table.client, 'send');
    const body = JSON.stringify(anEvent('evt_quick'));
    expect((await deliver(WEBHOOK, body, secrets.platform)).status).toBe(200);
    expect(send.mock.calls.map(([command]) => command.constructor.name)).toEqual(['PutCommand']);
    send.mockRestore();
  });

  it('keeps nothing personal of it', async () => {
    await deliver(WEBHOOK, JSON.stringify(anEvent('evt_private')), secrets.platform);
    expect(JSON.stringify(await kept('evt_private'))).not.toContain('ada@guest.test');
  });

  it('keeps connected accounts apart from the platform by their secrets', async () => {
    const body = JSON.stringify({ ...anEvent('evt_connect'), account: 'acct_1' });
    expect((await deliver(CONNECT, body, secrets.platform)).status).toBe(400);
    expect(await kept('evt_connect')).toBeNull();
    expect((await deliver(CONNECT, body, secrets.connect)).status).toBe(200);
    expect(await kept('evt_connect')).toMatchObject({ account: 'acct_1' });
  });

  it.each([
    ['another secret', ['whsec_forged']],
    ['a signature of five minutes ago', [secrets.platform, nowSeconds - 301]],
    ['a body that was changed', [secrets.platform, nowSeconds, '{}']],
  ] as const)('refuses %s and keeps nothing', async (name, [secret, timestamp, signed]) => {
    const id = `evt_${name.replaceAll(' ', '_')}`;
    const before = await test.scan();
    const answer = await deliver(WEBHOOK, JSON.stringify(anEvent(id)), secret, timestamp, signed);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'BAD_SIGNATURE' });
    expect(await test.scan()).toEqual(before);
  });

  it('refuses a request without a signature', async () => {
    const answer = await app.request(WEBHOOK, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(400);
  });
});
