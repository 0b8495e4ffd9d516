import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createConsole, LogBuffer } from './index';

const seen: {
  path: string;
  authorization: string | undefined;
  cookie: string | undefined;
  body: string;
}[] = [];
let stripe: Server;
let site: Server;
let origin: string;

const listen = (server: Server) =>
  new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });

beforeAll(async () => {
  stripe = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { authorization, cookie } = request.headers;
    seen.push({ path: request.url ?? '', authorization, cookie, body });
    response.writeHead(402, { 'content-type': 'application/json' }).end('{"error":{}}');
  });
  const url = await listen(stripe);
  const part = {
    name: 'stripe',
    url,
    controls: {},
    health: async () => ({ ready: true, detail: '' }),
    stop: async () => {},
  };
  const bypass = createConsole({
    origin: 'http://localhost:1',
    parts: () => [part],
    isReady: () => true,
    logs: new LogBuffer(),
    accounts: { emails: [], password: '' },
  });
  site = createServer((request, response) => bypass(request.url ?? '')?.(request, response));
  origin = await listen(site);
});
afterAll(() => {
  stripe.close();
  site.close();
});

it('hands a payment to Stripe as it is, without the site’s cookies, and its answer back', async () => {
  const answer = await fetch(`${origin}/_local/stripe/v1/payment_intents/pi_1/confirm`, {
    method: 'POST',
    headers: { authorization: 'Bearer pk_test_local', cookie: '__Host-em_access=secret' },
    body: new URLSearchParams({ client_secret: 'pi_1_secret_2' }),
  });
  expect(answer.status).toBe(402);
  expect(await answer.json()).toEqual({ error: {} });
  expect(seen).toEqual([
    {
      path: '/v1/payment_intents/pi_1/confirm',
      authorization: 'Bearer pk_test_local',
      cookie: undefined,
      body: 'client_secret=pi_1_secret_2',
    },
  ]);
});

it('leads nowhere else', async () => {
  for (const path of ['//127.0.0.1:1/v1/', '/_sim/state', '/']) {
    expect((await fetch(`${origin}/_local/stripe${path}`)).status).toBe(404);
  }
  expect(seen).toHaveLength(1);
});
