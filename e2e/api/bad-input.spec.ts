import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { baseUrl, demoServices, freeStarts, type ServiceSummary } from '../support/api';

let service: ServiceSummary;
let start: string;

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL: baseUrl() });
  const services = await demoServices(request);
  for (const candidate of services) {
    const starts = await freeStarts(request, candidate.id);
    const first = starts[0];
    if (first) {
      service = candidate;
      start = first;
    }
  }
  await request.dispose();
});

const customer = { name: 'Ada Guest', email: 'ada@guest.test' };

function book(request: APIRequestContext, data: unknown, headers: Record<string, string> = {}) {
  return request.post('/api/booking/bookings', {
    data: data as object,
    headers: { origin: baseUrl(), 'idempotency-key': randomUUID(), ...headers },
  });
}

async function expectProblem(
  answer: { status(): number; headers(): Record<string, string>; json(): Promise<unknown> },
  status: number,
  code?: string | RegExp,
) {
  const body = (await answer.json()) as {
    status: number;
    code: string;
    title: string;
    type: string;
  };
  expect(answer.headers()['content-type']).toContain('application/problem+json');
  expect({ status: answer.status(), body }).toMatchObject({ status, body: { status } });
  expect(body.title && body.type && body.code).toBeTruthy();
  if (code) expect(body.code).toMatch(code);
  return body as typeof body & { errors?: { path: string; message: string }[] };
}

test('an unknown path of the API is a 404 problem', async ({ request }) => {
  await expectProblem(await request.get('/api/catalog/nothing-here'), 404);
});

test('an unknown service, provider and booking are 404 problems', async ({ request }) => {
  await expectProblem(await request.get('/api/catalog/services/no-such-service'), 404);
  await expectProblem(await request.get('/api/catalog/providers/no-such-provider'), 404);
  await expectProblem(
    await request.get(`/api/booking/services/no-such-service/slots?from=${start}&to=${start}`),
    404,
  );
});

test('an unknown sort or cursor is a 400 that names its field', async ({ request }) => {
  const sort = await expectProblem(await request.get('/api/catalog/services?sort=luck'), 400);
  expect(sort.errors?.[0]?.path).toContain('sort');
  const cursor = await expectProblem(await request.get('/api/catalog/services?cursor=%21'), 400);
  expect(cursor.errors?.[0]?.path).toContain('cursor');
});

test('malformed JSON is a 400', async ({ request }) => {
  const answer = await request.post('/api/booking/bookings', {
    data: Buffer.from('{"serviceId": '),
    headers: {
      origin: baseUrl(),
      'idempotency-key': randomUUID(),
      'content-type': 'application/json',
    },
  });
  await expectProblem(answer, 400);
});

test('unknown fields and wrong types are a 400 that says where', async ({ request }) => {
  const good = { serviceId: service.id, start, customer };
  await expectProblem(await book(request, { ...good, colour: 'red' }), 400);
  const types = await expectProblem(await book(request, { ...good, seats: 'two' }), 400);
  expect(types.errors?.length).toBeGreaterThan(0);
});

test('a write without an idempotency key is a 400', async ({ request }) => {
  const answer = await request.post('/api/booking/bookings', {
    data: { serviceId: service.id, start, customer },
    headers: { origin: baseUrl() },
  });
  await expectProblem(answer, 400);
});

test("a browser's write from another site is refused", async ({ request }) => {
  const data = { serviceId: service.id, start, customer };
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  await expectProblem(await book(request, data, foreign), 403);
});

test('a slot in the past or off the grid is refused', async ({ request }) => {
  const data = { serviceId: service.id, customer };
  await expectProblem(await book(request, { ...data, start: '2020-01-01T09:00:00.000Z' }), 409);
  const offGrid = new Date(Date.parse(start) + 61_000).toISOString();
  await expectProblem(await book(request, { ...data, start: offGrid }), 409);
});

test('a price that moved is a 409 with the new one', async ({ request }) => {
  const data = { serviceId: service.id, start, customer, expectedTotalMinor: 1 };
  const problem = await expectProblem(await book(request, data), 409, 'PRICE_CHANGED');
  expect(JSON.stringify(problem)).toContain(String(service.guestPriceMinor));
});

test('a taken slot is a 409, the same key replays, another body is a 422', async ({ request }) => {
  const starts = await freeStarts(request, service.id);
  const data = { serviceId: service.id, start: starts.at(-1), customer, seats: 1 };
  const key = { 'idempotency-key': randomUUID() };
  const first = await book(request, data, key);
  expect(first.status(), await first.text()).toBe(201);
  const replay = await book(request, data, key);
  expect(replay.status()).toBe(201);
  expect(await replay.json()).toEqual(await first.json());
  await expectProblem(await book(request, { ...data, start }, key), 422);
  expect(await freeStarts(request, service.id)).not.toContain(data.start);
  await expectProblem(await book(request, data), 409, 'SLOT_TAKEN');
});

test("a guest's booking opens with its token and with nothing else", async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL: baseUrl() });
  const starts = await freeStarts(request, service.id);
  const answer = await book(request, { serviceId: service.id, start: starts.at(-2), customer });
  const { bookingId, accessToken } = (await answer.json()) as Record<string, string>;
  const path = `/api/booking/bookings/${bookingId}`;
  const opened = await request.get(path, { headers: { authorization: `Bearer ${accessToken}` } });
  expect(opened.status()).toBe(200);
  await expectProblem(await request.get(path), 401);
  const forged = `${accessToken?.slice(0, -4)}AAAA`;
  await expectProblem(
    await request.get(path, { headers: { authorization: `Bearer ${forged}` } }),
    401,
  );
  await request.dispose();
});

test('a webhook with a forged or old signature changes nothing', async ({ request }) => {
  const payload = JSON.stringify({
    id: 'evt_forged',
    object: 'event',
    type: 'payment_intent.succeeded',
  });
  const signed = (seconds: number, secret: string) => {
    const mac = createHmac('sha256', secret).update(`${seconds}.${payload}`).digest('hex');
    return `t=${seconds},v1=${mac}`;
  };
  const now = Math.floor(Date.now() / 1000);
  for (const signature of [
    signed(now, 'whsec_other'),
    signed(now - 3600, 'whsec_other'),
    'nonsense',
  ]) {
    const answer = await request.post('/api/payments/stripe/webhook', {
      data: Buffer.from(payload),
      headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
    });
    await expectProblem(answer, 400);
  }
});

test('a token signed with another key opens nothing', async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL: baseUrl() });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    sub: randomUUID(),
    iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_LocalPool1',
    client_id: 'localclient00000000000001',
    token_use: 'access',
    'cognito:groups': ['provider', 'admin'],
    exp: Math.floor(Date.now() / 1000) + 3600,
    iat: Math.floor(Date.now() / 1000),
  };
  const text = `${encode({ alg: 'RS256', kid: 'CognitoLocal' })}.${encode(claims)}`;
  const token = `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
  for (const headers of [
    { authorization: `Bearer ${token}` },
    { cookie: `__Host-em_access=${token}` },
  ]) {
    await expectProblem(await request.get('/api/provider/profile', { headers }), 401);
    await expectProblem(await request.get('/api/booking/bookings', { headers }), 401);
  }
  const page = await request.get('/portal', {
    headers: { cookie: `__Host-em_access=${token}` },
    maxRedirects: 0,
  });
  expect(page.status()).toBe(302);
  expect(page.headers().location).toContain('/auth/sign-in');
  await request.dispose();
});
