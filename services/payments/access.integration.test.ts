import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  fakeAuth,
  startTestTable,
  type TestTable,
  testClock,
  testSettings,
  tokenOf,
} from '../shared/testing';
import { createApp } from './app';

const SECRETS = { platform: 'whsec_platform', connect: 'whsec_connect' };

/** Who signs with what, and which bearer token they show beside it. */
const ACTORS = {
  nobody: {},
  guest: { token: fakeAuth.guestTokens.sign('a-booking') },
  customer: { token: tokenOf('ada') },
  provider: { token: tokenOf('olga', 'provider') },
  admin: { token: tokenOf('otto', 'admin') },
  team: { token: tokenOf('tom', 'team') },
  forger: { secret: 'whsec_guessed' },
  stripe: { secret: SECRETS.platform },
  stripeConnect: { secret: SECRETS.connect },
} satisfies Record<string, { token?: string; secret?: string }>;
type Actor = keyof typeof ACTORS;

const TABLE: Record<string, readonly Actor[]> = {
  'POST /stripe/webhook': ['stripe'],
  'POST /stripe/connect-webhook': ['stripeConnect'],
};

const clock = testClock('2026-06-01T12:00:00.000Z');
const nowSeconds = clock.now().getTime() / 1_000;

let test: TestTable;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  test = await startTestTable();
  app = createApp(testSettings(clock), { table: test.table, secrets: SECRETS });
});
afterAll(() => test.stop());

async function deliver(path: string, actor: Actor): Promise<number> {
  const { token, secret }: { token?: string; secret?: string } = ACTORS[actor];
  const object = { id: 'pi_1', object: 'payment_intent' };
  const payload = JSON.stringify({
    ...{ id: `evt_${actor}`, object: 'event', type: 'payment_intent.succeeded' },
    ...{ created: nowSeconds, data: { object } },
  });
  const signed = { payload, secret: secret ?? '', timestamp: nowSeconds };
  const answer = await app.request(`/api/payments${path}`, {
    method: 'POST',
    body: payload,
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(secret !== undefined && {
        'stripe-signature': Stripe.webhooks.generateTestHeaderString(signed),
      }),
    },
  });
  return answer.status;
}

describe('who may report events of payments', () => {
  it('is said for every route of the service, and for no other', () => {
    const routes = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace('/api/payments', '')}`);
    expect([...new Set(routes)].sort()).toEqual(Object.keys(TABLE).sort());
  });

  const cases = Object.entries(TABLE).flatMap(([route, allowed]) =>
    (Object.keys(ACTORS) as Actor[]).map(
      (actor) => [route, actor, allowed.includes(actor) ? 'kept' : 'refused'] as const,
    ),
  );
  it.each(cases)('%s by %s: %s', async (route, actor, expected) => {
    const status = await deliver(route.replace('POST ', ''), actor);
    expect(status).toBe(expected === 'kept' ? 200 : 400);
  });
});
