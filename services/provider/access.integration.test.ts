import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aBooking,
  accessOf,
  aService,
  fakeAuth,
  routesOf,
  startTestTable,
  type TestTable,
  tokenOf,
} from '../shared/testing';
import { aPortal } from './testing/portal';

const ACTORS = ['nobody', 'guest', 'customer', 'owner', 'rival', 'admin', 'team'] as const;
type Actor = (typeof ACTORS)[number];

/** Everybody; a list: exactly these. `rival` runs another business than the one that is asked about. */
const ANYBODY = ACTORS;
const OWN_DESK: readonly Actor[] = ['owner', 'rival'];
const OWNER: readonly Actor[] = ['owner'];
const OPERATOR: readonly Actor[] = ['admin'];

const TABLE: Record<string, readonly Actor[]> = {
  'GET /profile': OWN_DESK,
  'PATCH /profile': OWN_DESK,
  'GET /services': OWN_DESK,
  'POST /services': OWN_DESK,
  'PATCH /services/{id}': OWNER,
  'GET /availability': OWN_DESK,
  'PUT /availability': OWN_DESK,
  'GET /bookings': OWN_DESK,
  'POST /bookings/{id}/accept': OWNER,
  'POST /bookings/{id}/cancel': OWNER,
  'POST /bookings/{id}/complete': OWNER,
  'POST /bookings/{id}/decline': OWNER,
  'POST /bookings/{id}/no-show': OWNER,
  'POST /bookings/{id}/propose-move': OWNER,
  'POST /bookings/{id}/withdraw-move': OWNER,
  'GET /bookings/{id}/free-times': OWNER,
  'GET /earnings': OWN_DESK,
  'GET /onboarding': OWN_DESK,
  'POST /onboarding': OWN_DESK,
  'POST /uploads': OWN_DESK,
  'GET /operator/bookings': OPERATOR,
  'GET /operator/bookings/{id}': OPERATOR,
  'POST /operator/bookings/{id}/refund': OPERATOR,
  'GET /operator/providers': OPERATOR,
  'POST /operator/providers/{id}/approve': OPERATOR,
  'POST /operator/providers/{id}/suspend': OPERATOR,
  'GET /operator/reconciliations': OPERATOR,
  'POST /vitals': ANYBODY,
};

const SERVICE = {
  ...{ title: 'Another cut', description: '', category: 'hair', priceMinor: 5000, durationMin: 60 },
  ...{ stepMin: 30, bufferBefore: 0, bufferAfter: 0, minNoticeMin: 0, capacity: 1 },
  ...{ policy: 'flexible', requiresApproval: false },
};

/** Answers 404 to everybody who names a release that nobody published. */
const OPEN_BUT_UNKNOWN = 'POST /vitals';

/** Bodies that are valid, so that an answer is about access and not about the body. */
const BODIES: Record<string, object> = {
  'POST /services': SERVICE,
  'PUT /availability': { timeZone: 'Europe/Berlin', rules: [], overrides: [] },
  'POST /uploads': { contentType: 'image/png', sizeBytes: 1000 },
  'POST /bookings/{id}/propose-move': { start: '2026-06-02T10:00:00.000Z' },
  'POST /operator/bookings/{id}/refund': { amountMinor: 100 },
  'POST /vitals': { slice: 'mf-provider-portal', release: 'r1', views: 1, errors: 0 },
};
const QUERIES: Record<string, string> = {
  'GET /operator/bookings': '?q=nobody@example.test',
  'GET /bookings/{id}/free-times': '?from=2026-06-02T00:00:00Z&to=2026-06-03T00:00:00Z',
};

let test: TestTable;
beforeAll(async () => {
  test = await startTestTable();
});
afterAll(() => test.stop());

async function aStage() {
  const owner = await aPortal(test);
  const rival = await aPortal(test);
  for (const { provider } of [owner, rival]) owner.finishAccount(provider.stripeAccountId ?? '');
  const service = await aService(test.table, owner.provider);
  const { bookingId } = await aBooking(test.table, service, { state: 'confirmed' });
  const tokens: Record<Actor, string | undefined> = {
    nobody: undefined,
    guest: fakeAuth.guestTokens.sign(bookingId),
    customer: tokenOf(`customer-${bookingId}`),
    owner: tokenOf(owner.provider.ownerUserId, 'provider'),
    rival: tokenOf(rival.provider.ownerUserId, 'provider'),
    admin: tokenOf(`admin-${bookingId}`, 'admin'),
    team: tokenOf(`team-${bookingId}`, 'team'),
  };
  const ids = {
    bookings: bookingId,
    services: service.serviceId,
    providers: owner.provider.providerId,
  };
  return { owner, tokens, ids };
}

describe('who may ask what of the portal', () => {
  it('is said for every route of the contract, and for no other', async () => {
    const { owner } = await aStage();
    const routes = await routesOf(owner.app, '/api/provider/openapi.json');
    expect(Object.keys(TABLE).sort()).toEqual(
      routes.map((route) => route.replace('/api/provider', '')),
    );
  });

  const cases = Object.entries(TABLE).flatMap(([route, allowed]) =>
    ACTORS.map((actor) => [route, actor, allowed.includes(actor) ? 'let in' : 'refused'] as const),
  );
  it.each(cases)('%s by %s: %s', async (route, actor, expected) => {
    const { owner, tokens, ids } = await aStage();
    const [method = '', template = ''] = route.split(' ');
    const path = template
      .slice(1)
      .replace(
        /(bookings|services|providers)\/\{id\}/,
        (_, kind: keyof typeof ids) => `${kind}/${ids[kind]}`,
      );
    const body = method === 'GET' ? undefined : (BODIES[route] ?? {});
    const { status } = await owner.as(tokens[actor], method, path + (QUERIES[route] ?? ''), body);
    if (route === OPEN_BUT_UNKNOWN) expect(status).toBe(404);
    else expect(accessOf(status), String(status)).toBe(expected);
  });
});
