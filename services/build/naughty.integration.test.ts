import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CUSTOMER, startBookingService } from '../booking/testing/booking-service';
import { createApp as catalogApp } from '../catalog/app';
import { marketIndexes } from '../catalog/snapshots/market-indexes';
import { createApp as paymentsApp } from '../payments/app';
import { receiveConnectEvent, receiveEvent } from '../payments/contract';
import { aPortal } from '../provider/testing/portal';
import { noCache } from '../shared/cache';
import { memoryObjects } from '../shared/objects';
import { silentLog } from '../shared/observability';
import { aService, TEST_ORIGIN, testSettings, tokenOf } from '../shared/testing';
import { type NaughtyRequest, naughtyRequests } from '../shared/testing/naughty/requests';
import type { ContractDocument, Known } from '../shared/testing/naughty/schema';
import { NAUGHTY_STRINGS } from '../shared/testing/naughty/strings';

interface App {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}
interface Service {
  app: App;
  known: Known;
}

let booking: Awaited<ReturnType<typeof startBookingService>>;
let services: Record<'booking' | 'catalog' | 'provider', Service>;
let token: string;

beforeAll(async () => {
  booking = await startBookingService();
  const portal = await aPortal(booking);
  portal.finishAccount(portal.provider.stripeAccountId ?? '');
  const service = await aService(booking.table, portal.provider, { capacity: 100 });
  token = tokenOf(portal.provider.ownerUserId, 'provider', 'admin');
  const { body } = await booking.hold(service.serviceId, '10:00', {}, { token });
  const known = {
    ...{ serviceId: service.serviceId, 'services.id': service.serviceId },
    ...{ 'bookings.id': body.bookingId, 'providers.id': portal.provider.providerId },
    ...{ slug: portal.provider.slug, start: '2026-06-01T12:00:00.000Z' },
    ...{ from: '2026-06-01T00:00:00Z', to: '2026-06-02T00:00:00Z', timeZone: 'Europe/Berlin' },
    ...{ rules: [{ days: [1], start: '09:00', end: '17:00' }], overrides: [] },
    ...{ customer: CUSTOMER, priceMinor: 5_000, durationMin: 60, stepMin: 60 },
  };
  const { now } = booking.clock;
  const indexes = marketIndexes(memoryObjects(), now, silentLog);
  const catalog = catalogApp(testSettings(booking.clock), {
    ...{ table: booking.table, indexes, cache: noCache },
  });
  services = {
    booking: { app: booking.app, known },
    catalog: { app: catalog, known },
    provider: { app: portal.app, known },
  };
});
afterAll(() => booking.stop());

/** Data, never a document that a browser would run. */
const DATA = /^(application\/(problem\+)?json|text\/calendar)/;

async function send(
  app: App,
  { method, path, body, headers }: Pick<NaughtyRequest, 'method' | 'path' | 'body' | 'headers'>,
) {
  const answer = await app.request(path, {
    method,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      authorization: `Bearer ${token}`,
      origin: TEST_ORIGIN,
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const type = answer.headers.get('content-type') ?? '';
  return { status: answer.status, isData: DATA.test(type) || (await answer.text()) === '' };
}

const AT_ONCE = 16;
/** Seconds on a quiet machine. */
const MANY_REQUESTS_MS = 180_000;

async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

describe('any text in any field of any route', () => {
  it.each(['booking', 'catalog', 'provider'] as const)(
    'of %s is answered with data and never breaks the service',
    async (name) => {
      const { app, known } = services[name];
      const path = `/api/${name}/openapi.json`;
      const document = (await (await app.request(path)).json()) as ContractDocument;
      const wrong: string[] = [];
      const statuses = new Set<number>();
      const requests = naughtyRequests(document, NAUGHTY_STRINGS, known);
      await eachOf(requests, async ({ route, field, text, ...request }) => {
        const { status, isData } = await send(app, request);
        statuses.add(status);
        if (status >= 500 || !isData) wrong.push(`${status} ${route}, ${field}: ${text}`);
      });
      expect(wrong).toEqual([]);
      // What is harmless is taken: the requests were good but for the text.
      expect([...statuses]).toEqual(expect.arrayContaining([name === 'booking' ? 201 : 200, 400]));
    },
    MANY_REQUESTS_MS,
  );

  it.each([receiveEvent.path, receiveConnectEvent.path])('of %s is refused', async (path) => {
    const secrets = { platform: 'whsec_platform', connect: 'whsec_connect' };
    const app = paymentsApp(testSettings(booking.clock), { table: booking.table, secrets });
    for (const text of NAUGHTY_STRINGS) {
      const signature = encodeURIComponent(Buffer.from(text).toString()).slice(0, 2_000);
      const headers = { 'stripe-signature': signature, 'content-type': 'application/json' };
      const answer = await app.request(path, { method: 'POST', headers, body: text });
      expect(answer.status, text).toBe(400);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
  });
});
