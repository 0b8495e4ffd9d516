import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessOf, routesOf, tokenOf } from '../shared/testing';
import { type Scenario, startScenario } from './testing/scenario';

const ACTORS = [
  'nobody',
  'guest',
  'otherGuest',
  'account',
  'otherAccount',
  'provider',
  'admin',
] as const;
type Actor = (typeof ACTORS)[number];

const ANYBODY = ACTORS;
/** `guest` holds the token of the guest's booking, `account` owns the account's. */
const OWN: Record<'guest' | 'account', readonly Actor[]> = {
  guest: ['guest'],
  account: ['account'],
};
const SIGNED_IN: readonly Actor[] = ['account', 'otherAccount', 'provider', 'admin'];

/** The body carries the token of the guest's booking: it opens that one, for any account that shows it. */
const SHOWING_ITS_TOKEN: typeof OWN = { guest: SIGNED_IN, account: [] };

type Allowed = readonly Actor[] | typeof OWN;

const TABLE: Record<string, Allowed> = {
  'GET /services/{id}/slots': ANYBODY,
  'POST /bookings': ANYBODY,
  'GET /bookings': SIGNED_IN,
  'GET /bookings/{id}': OWN,
  'GET /bookings/{id}/calendar.ics': OWN,
  'POST /bookings/{id}/cancel': OWN,
  'POST /bookings/{id}/reschedule': OWN,
  'POST /bookings/{id}/decline-move': OWN,
  'POST /bookings/{id}/review': OWN,
  'POST /bookings/{id}/claim': SHOWING_ITS_TOKEN,
  'POST /bookings/{id}/reprice': SHOWING_ITS_TOKEN,
  'POST /bookings/claim': SIGNED_IN,
  'POST /vitals': ANYBODY,
};

/** Answers 404 to everybody who names a release that nobody published. */
const OPEN_BUT_UNKNOWN = 'POST /vitals';

let scenario: Scenario;
let moment = 0;
beforeAll(async () => {
  scenario = await startScenario();
});
afterAll(() => scenario.service.stop());

async function aStage(kind: 'guest' | 'account') {
  const { service, aHeldBooking } = scenario;
  const guests = await aHeldBooking();
  const others = await aHeldBooking();
  moment += 1;
  const account = tokenOf(`account-${moment}`);
  const own = await service.hold(guests.serviceId, '14:00', {}, { token: account });
  const tokens: Record<Actor, string | undefined> = {
    nobody: undefined,
    guest: guests.token,
    otherGuest: others.token,
    account,
    otherAccount: tokenOf(`other-${moment}`),
    provider: tokenOf(guests.provider.ownerUserId, 'provider'),
    admin: tokenOf(`admin-${moment}`, 'admin'),
  };
  const id = kind === 'guest' ? guests.bookingId : String(own.body.bookingId);
  return { tokens, id, serviceId: guests.serviceId, guestToken: guests.token };
}

type Stage = Awaited<ReturnType<typeof aStage>>;

/** Bodies that are valid, so that an answer is about access and not about the body. */
const BODIES: Record<string, (stage: Stage) => object> = {
  'POST /bookings': ({ serviceId }) => ({
    serviceId,
    start: '2026-06-01T12:00:00.000Z',
    customer: { name: 'Somebody', email: 'somebody@guest.test' },
  }),
  'POST /bookings/{id}/reschedule': () => ({ start: '2026-06-02T12:00:00.000Z' }),
  'POST /bookings/{id}/decline-move': () => ({ start: '2026-06-02T12:00:00.000Z' }),
  'POST /bookings/{id}/review': () => ({ stars: 5, text: '' }),
  'POST /bookings/{id}/claim': ({ guestToken }) => ({ accessToken: guestToken }),
  'POST /bookings/{id}/reprice': ({ guestToken }) => ({ accessToken: guestToken }),
  'POST /vitals': () => ({ slice: 'mf-booking', release: 'r1', views: 1, errors: 0 }),
};
const QUERIES: Record<string, string> = {
  'GET /services/{id}/slots': '?from=2026-06-01T00:00:00Z&to=2026-06-02T00:00:00Z',
};

const allowedTo = (allowed: Allowed, kind: 'guest' | 'account') =>
  'guest' in allowed ? allowed[kind] : allowed;

describe('who may ask what of bookings', () => {
  it('is said for every route of the contract, and for no other', async () => {
    const routes = await routesOf(scenario.service.app, '/api/booking/openapi.json');
    expect(Object.keys(TABLE).sort()).toEqual(
      routes.map((route) => route.replace('/api/booking', '')),
    );
  });

  const cases = (['guest', 'account'] as const).flatMap((kind) =>
    Object.entries(TABLE).flatMap(([route, allowed]) =>
      ACTORS.map((actor) => {
        const expected = allowedTo(allowed, kind).includes(actor) ? 'let in' : 'refused';
        return [
          route,
          `the booking of a${kind === 'guest' ? ' guest' : 'n account'}`,
          actor,
          expected,
          kind,
        ] as const;
      }),
    ),
  );
  it.each(cases)('%s, %s, by %s: %s', async (route, _what, actor, expected, kind) => {
    const stage = await aStage(kind);
    const [method, template = ''] = route.split(' ');
    const id = template.startsWith('/services') ? stage.serviceId : stage.id;
    const path = template.replace('{id}', id) + (QUERIES[route] ?? '');
    const token = stage.tokens[actor];
    const options = token === undefined ? {} : { token };
    const { get, post } = scenario.service;
    const answer =
      method === 'GET'
        ? await get(path, options)
        : await post(path, BODIES[route]?.(stage) ?? {}, options);
    if (route === OPEN_BUT_UNKNOWN) expect(answer.status).toBe(404);
    else expect(accessOf(answer.status), String(answer.status)).toBe(expected);
  });
});
