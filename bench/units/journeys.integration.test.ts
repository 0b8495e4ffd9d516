import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { JOURNEY_TABLE_UNITS } from '../../infra/cost/table-units';
import { startBookingService } from '../../services/booking/testing/booking-service';
import { startBackstage } from '../../services/booking/testing/processor';
import { createApp as createCatalog } from '../../services/catalog/app';
import { marketIndexes } from '../../services/catalog/snapshots/market-indexes';
import { anIndexedProvider, aSnapshot } from '../../services/catalog/testing/indexed';
import { createApp as createPayments } from '../../services/payments/app';
import { noCache } from '../../services/shared/cache';
import { memoryObjects } from '../../services/shared/objects';
import { silentLog, silentMetrics } from '../../services/shared/observability';
import { snapshotKey } from '../../services/shared/search';
import type { ProviderItem, ServiceItem } from '../../services/shared/table';
import { aProvider, aService, testSettings } from '../../services/shared/testing';
import { meter } from './meter';

const DAY_MS = 86_400_000;
const FIRST_DAY = '2026-06-01';
const DAYS = 30;
const BOOKINGS_A_DAY = 3;
const SERVICES = 4;
const REVIEWS = 20;
const secrets = { platform: 'whsec_platform', connect: 'whsec_connect' };

let booking: Awaited<ReturnType<typeof startBookingService>>;
let used: ReturnType<typeof meter>;
let provider: ProviderItem;
let service: ServiceItem;

beforeAll(async () => {
  booking = await startBookingService();
  provider = await aProvider(booking.table, { about: 'Two chairs in a quiet street. '.repeat(12) });
  const { ownerUserId: userId } = provider;
  await booking.table.user
    .put({ userId, email: 'olga@studio.test', name: 'Olga', createdAt: '2026-01-01T00:00:00Z' })
    .go();
  const made = await Promise.all(
    Array.from({ length: SERVICES }, () =>
      aService(booking.table, provider, { description: 'Wash, cut and dry. '.repeat(12) }),
    ),
  );
  service = made[0] as ServiceItem;
  await Promise.all([...Array(DAYS).keys()].map(aBusyDay));
  await Promise.all([...Array(REVIEWS).keys()].map(aReview));
  used = meter(booking.table.client);
});
afterAll(() => booking.stop());

/** A day of the provider with a few bookings in it. */
function aBusyDay(index: number) {
  const date = new Date(Date.parse(FIRST_DAY) + index * DAY_MS).toISOString().slice(0, 10);
  const claims = Array.from({ length: BOOKINGS_A_DAY }, (_, hour) => ({
    bookingId: `bkg${index}-${hour}-0123456789abcdef`,
    serviceId: service.serviceId,
    start: `${date}T${14 + hour}:00:00.000Z`,
    end: `${date}T${15 + hour}:00:00.000Z`,
    ...{ bufferBefore: 0, bufferAfter: 0, seats: 1, status: 'confirmed' as const },
  }));
  const { providerId: resourceId } = provider;
  return booking.table.resourceDay.put({ resourceId, date, version: BOOKINGS_A_DAY, claims }).go();
}

function aReview(index: number) {
  return booking.table.review
    .put({
      ...{ bookingId: `review-${index}`, providerId: provider.providerId, stars: 5 },
      ...{ serviceId: service.serviceId, serviceTitle: service.title, authorName: 'Ada' },
      text: 'Friendly, on time, and exactly the cut that I had asked for. '.repeat(3),
      createdAt: '2026-05-01T00:00:00.000Z',
    })
    .go();
}

/** The catalogue with a market in which there is something to be found. */
async function askCatalogue(path: string): Promise<number> {
  const objects = memoryObjects();
  const snapshot = aSnapshot([anIndexedProvider()]);
  await objects.write(snapshotKey('de'), JSON.stringify(snapshot), { ifNoneMatch: '*' });
  const indexes = marketIndexes(objects, booking.clock.now, silentLog);
  const ports = { table: booking.table, indexes, cache: noCache };
  const app = createCatalog(testSettings(booking.clock), ports);
  const answer = await app.request(`/api/catalog/${path}`, { headers: { 'x-market': 'de' } });
  return answer.status;
}

/** Lets Stripe deliver an event, and the processor work on it. */
async function deliver(type: string, objectType: string, objectId: string): Promise<void> {
  const settings = { log: silentLog, metrics: silentMetrics, now: () => new Date() };
  const app = createPayments(settings, { table: booking.table, secrets });
  const created = Math.floor(Date.now() / 1000);
  const object = { id: objectId, object: objectType };
  const payload = JSON.stringify({
    id: `evt_${type}`,
    object: 'event',
    type,
    created,
    data: { object },
  });
  const header = { payload, secret: secrets.platform };
  const answer = await app.request('/api/payments/stripe/webhook', {
    method: 'POST',
    body: payload,
    headers: { 'stripe-signature': Stripe.webhooks.generateTestHeaderString(header) },
  });
  expect(answer.status).toBe(200);
}

it('every journey reads and writes the table as much as the estimate of costs says', async () => {
  const measured: Record<string, unknown> = {};
  const take = (journey: string) => {
    measured[journey] = used.take();
  };
  used.take();

  expect(await askCatalogue('services')).toBe(200);
  take('home');
  expect(await askCatalogue('services?q=cut&near=52.5,13.4')).toBe(200);
  take('search');
  expect(await askCatalogue(`providers/${provider.slug}`)).toBe(200);
  take('provider');

  const range = 'from=2026-06-01T00:00:00Z&to=2026-07-01T00:00:00Z';
  const slots = await booking.get(`/services/${service.serviceId}/slots?${range}`);
  expect(slots.status).toBe(200);
  take('slots');

  const { body } = await booking.hold(service.serviceId, '10:00');
  const bookingId = String(body.bookingId);
  const token = String(body.accessToken);
  const seen = await booking.get(`/bookings/${bookingId}`, { token });
  expect(seen.body.state).toBe('held');
  take('booking');

  const backstage = startBackstage(booking);
  booking.payments.pay(`pi_${bookingId}`);
  await deliver('payment_intent.succeeded', 'payment_intent', `pi_${bookingId}`);
  await backstage.event('payment_intent', `pi_${bookingId}`);
  await deliver('charge.succeeded', 'payment_intent', `pi_${bookingId}`);
  await backstage.event('payment_intent', `pi_${bookingId}`);
  await backstage.workOutbox();
  expect(backstage.mails).toHaveLength(2);
  take('webhook');

  expect(measured).toEqual(JOURNEY_TABLE_UNITS);
});

it('the table’s own page says the same', async () => {
  const file = join(import.meta.dirname, '../../services/shared/table/market-table.ts');
  const page = await readFile(file, 'utf8');
  for (const [journey, { read, write }] of Object.entries(JOURNEY_TABLE_UNITS)) {
    expect(page).toContain(` * | ${journey} | ${read} | ${write} |\n`);
  }
});
