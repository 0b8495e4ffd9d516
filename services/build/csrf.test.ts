import { describe, expect, it } from 'vitest';
import { createApp as bookingApp } from '../booking/app';
import { createApp as catalogApp } from '../catalog/app';
import { ACCESS_COOKIE } from '../domain/identity';
import { createApp as paymentsApp } from '../payments/app';
import { receiveConnectEvent, receiveEvent } from '../payments/contract';
import { createApp as providerApp } from '../provider/app';
import { TEST_ORIGIN, testClock, testSettings, tokenOf } from '../shared/testing';

const settings = testSettings(testClock('2026-06-01T10:00:00.000Z'));
/** A refusal comes before anything is read: these are never reached by it. */
const noPorts = {} as never;

const apps = {
  booking: bookingApp(settings, noPorts),
  catalog: catalogApp(settings, noPorts),
  payments: paymentsApp(settings, noPorts),
  provider: providerApp(settings, noPorts),
};

const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];
/** Signed by Stripe, and deaf to cookies. */
const SIGNED: readonly string[] = [receiveEvent.path, receiveConnectEvent.path];

const writes = Object.entries(apps).flatMap(([service, app]) =>
  [
    ...new Set(
      app.routes
        .filter(({ method }) => WRITES.includes(method))
        .map(({ method, path }) => `${method} ${path}`),
    ),
  ].map((route) => [service as keyof typeof apps, route] as const),
);

async function codeOf(service: keyof typeof apps, route: string, headers: Record<string, string>) {
  const [method = '', path = ''] = route.split(' ');
  const answer = await apps[service].request(path.replace(/[:{][^/]+/g, 'an-id'), {
    method,
    body: '{}',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      cookie: `${ACCESS_COOKIE}=${tokenOf('ada', 'provider', 'admin')}`,
      ...headers,
    },
  });
  return ((await answer.json()) as { code?: string }).code;
}

const FOREIGN: Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' },
  { 'sec-fetch-site': 'same-site', origin: 'https://sub.market.test' },
  { 'sec-fetch-site': 'none' },
  { origin: `${TEST_ORIGIN}.evil.test` },
  { origin: 'null' },
  { referer: `${TEST_ORIGIN}/` },
  {},
];

it('knows every write of every service', () => {
  expect(writes.length).toBeGreaterThan(18);
  expect(writes.filter(([service]) => service === 'payments').map(([, route]) => route)).toEqual(
    SIGNED.map((path) => `POST ${path}`),
  );
});

describe.each(writes.filter(([service]) => service !== 'payments'))('%s: %s', (service, route) => {
  it('with a session’s cookie is refused from anywhere but our own pages', async () => {
    for (const headers of FOREIGN) {
      expect(await codeOf(service, route, headers), JSON.stringify(headers)).toBe('CSRF_REFUSED');
    }
  });

  it('is let in from our own pages, and with a bearer token', async () => {
    const ours: Record<string, string>[] = [
      { 'sec-fetch-site': 'same-origin' },
      { origin: TEST_ORIGIN },
      { authorization: `Bearer ${tokenOf('ada')}`, 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of ours) {
      expect(await codeOf(service, route, headers)).not.toBe('CSRF_REFUSED');
    }
  });
});
