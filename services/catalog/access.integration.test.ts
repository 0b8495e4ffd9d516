import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noCache } from '../shared/cache';
import { memoryObjects } from '../shared/objects';
import { silentLog } from '../shared/observability';
import {
  accessOf,
  aProvider,
  aService,
  fakeAuth,
  routesOf,
  startTestTable,
  type TestTable,
  testClock,
  testSettings,
  tokenOf,
} from '../shared/testing';
import { createApp } from './app';
import { marketIndexes } from './snapshots/market-indexes';

/** Nobody reads a token here, so no token may change what is answered. */
const TOKENS = {
  nobody: undefined,
  guest: fakeAuth.guestTokens.sign('a-booking'),
  customer: tokenOf('ada'),
  provider: tokenOf('olga', 'provider'),
  admin: tokenOf('otto', 'admin'),
  team: tokenOf('tom', 'team'),
  forger: 'eyJhbGciOiJub25lIn0.e30.',
};
type Actor = keyof typeof TOKENS;

/** Everything is everybody's. */
const TABLE: Record<string, (known: { slug: string; serviceId: string }) => string> = {
  'GET /services': () => '/services',
  'GET /services/{id}': ({ serviceId }) => `/services/${serviceId}`,
  'GET /providers/{slug}': ({ slug }) => `/providers/${slug}`,
  'GET /suggest': () => '/suggest?q=cut',
  'GET /pages': () => '/pages',
  'POST /vitals': () => '/vitals',
};

/** Answers 404 to everybody who names a release that nobody published. */
const OPEN_BUT_UNKNOWN = 'POST /vitals';
const REPORT = { slice: 'mf-catalog', release: 'r1', views: 1, errors: 0 };

let test: TestTable;
let app: ReturnType<typeof createApp>;
let known: { slug: string; serviceId: string };
beforeAll(async () => {
  test = await startTestTable();
  const settings = testSettings(testClock('2026-06-01T10:00:00.000Z'));
  const indexes = marketIndexes(memoryObjects(), settings.now, silentLog);
  app = createApp(settings, { table: test.table, indexes, cache: noCache });
  const provider = await aProvider(test.table);
  const { serviceId } = await aService(test.table, provider);
  known = { slug: provider.slug, serviceId };
});
afterAll(() => test.stop());

async function ask(route: string, actor: Actor) {
  const [method = ''] = route.split(' ');
  const token = TOKENS[actor];
  const answer = await app.request(`/api/catalog${TABLE[route]?.(known)}`, {
    method,
    headers: {
      'content-type': 'application/json',
      origin: 'https://market.test',
      'x-market': 'de',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(method === 'POST' && { body: JSON.stringify(REPORT) }),
  });
  return { status: answer.status, body: await answer.text() };
}

describe('who may ask what of the catalogue', () => {
  it('is said for every route of the contract, and for no other', async () => {
    const routes = await routesOf(app, '/api/catalog/openapi.json');
    expect(Object.keys(TABLE).sort()).toEqual(
      routes.map((route) => route.replace('/api/catalog', '')),
    );
  });

  const cases = Object.keys(TABLE).flatMap((route) =>
    (Object.keys(TOKENS) as Actor[]).map((actor) => [route, actor] as const),
  );
  it.each(cases)('%s by %s: let in, and answered as everybody is', async (route, actor) => {
    const answer = await ask(route, actor);
    if (route === OPEN_BUT_UNKNOWN) expect(answer.status).toBe(404);
    else expect(accessOf(answer.status), String(answer.status)).toBe('let in');
    expect(answer).toEqual(await ask(route, 'nobody'));
  });
});
