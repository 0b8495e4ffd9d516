import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guestTokens } from '../../shared/lambda';
import type { ServiceItem } from '../../shared/table';
import { aProvider, aService, tokenOf } from '../../shared/testing';
import type { Answer } from '../testing/booking-service';
import { type Scenario, startScenario } from '../testing/scenario';

let service: Scenario['service'];
let aHeldBooking: Scenario['aHeldBooking'];
let aPaidBooking: Scenario['aPaidBooking'];

beforeAll(async () => {
  ({ service, aHeldBooking, aPaidBooking } = await startScenario());
});
afterAll(() => service.stop());

const aServiceOnSale = async (changes: Partial<ServiceItem> = {}) =>
  aService(service.table, await aProvider(service.table), changes);

/** Everything in the table but the answers that are kept for repeated requests. */
async function business() {
  const items = await service.scan();
  return items.filter(({ PK }) => !String(PK).startsWith('IDEMPOTENCY#'));
}

/** Expects a problem document with this code, and that asking for it left no trace. */
async function refuses(ask: () => Promise<Answer>, status: number, code: string) {
  const before = await business();
  const answer = await ask();
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({
    status,
    code,
    type: `https://ecosystem.example/problems/${code.toLowerCase().replaceAll('_', '-')}`,
    title: expect.any(String),
  });
  expect(answer.status).toBe(status);
  expect(await business()).toEqual(before);
  return answer.body;
}

const LONG = 'x'.repeat(10_000);
const EMOJI = '👩🏽‍🦱💇‍♀️🙂'.repeat(3);

describe('a request for a booking that cannot be', () => {
  const start = (instant: string) => ({ start: instant });

  it.each([
    ['in the past', start('2026-05-20T09:00:00.000Z'), 409, 'SLOT_UNAVAILABLE'],
    ['off the grid', start('2026-06-01T10:30:00.000Z'), 409, 'SLOT_UNAVAILABLE'],
    ['a millisecond off', start('2026-06-01T10:00:00.001Z'), 409, 'SLOT_UNAVAILABLE'],
    ['outside the hours', start('2026-06-01T03:00:00.000Z'), 409, 'SLOT_UNAVAILABLE'],
    ['beyond the horizon', start('2027-06-01T10:00:00.000Z'), 409, 'SLOT_UNAVAILABLE'],
    ['at no instant', start('2026-06-01T10:00'), 400, 'INVALID_INPUT'],
    ['on a date that does not exist', start('2026-02-30T10:00:00Z'), 400, 'INVALID_INPUT'],
    ['for more seats than there are', { seats: 2 }, 400, 'INVALID_INPUT'],
    ['for no seats', { seats: 0 }, 400, 'INVALID_INPUT'],
    ['for half a seat', { seats: 1.5 }, 400, 'INVALID_INPUT'],
    ['at yesterday’s price', { expectedTotalMinor: 9_900 }, 409, 'PRICE_CHANGED'],
    ['in another currency', { currency: 'USD' }, 409, 'PRICE_CHANGED'],
    ['of an unknown service', { serviceId: 'prvnone-none' }, 404, 'NOT_FOUND'],
    ['of a service that is no id', { serviceId: '../etc' }, 400, 'INVALID_INPUT'],
    ['with a field of its own', { state: 'confirmed' }, 400, 'INVALID_INPUT'],
    ['by nobody', { customer: undefined }, 400, 'INVALID_INPUT'],
    ['by 10 kB of a name', { customer: { name: LONG, email: 'a@b.test' } }, 400, 'INVALID_INPUT'],
    ['by a name of blanks', { customer: { name: '  ', email: 'a@b.test' } }, 400, 'INVALID_INPUT'],
    [
      'from 10 kB of an address',
      { customer: { name: 'A', email: `${LONG}@b.test` } },
      400,
      'INVALID_INPUT',
    ],
    [
      'from an address of emoji',
      { customer: { name: 'A', email: `${EMOJI}@b.test` } },
      400,
      'INVALID_INPUT',
    ],
  ])('%s is refused and leaves no trace', async (_, more, status, code) => {
    const { serviceId } = await aServiceOnSale();
    await refuses(() => service.hold(serviceId, '10:00', more), status, code);
  });

  it.each([
    ['suspended', { state: 'suspended' }],
    ['unable to be paid', { chargesEnabled: false }],
  ] as const)('of a provider that is %s is refused', async (_, changes) => {
    const { serviceId } = await aService(service.table, await aProvider(service.table, changes));
    await refuses(() => service.hold(serviceId, '10:00'), 409, 'PROVIDER_UNAVAILABLE');
  });

  it('of a service that is paused is refused as one that is not there', async () => {
    const { serviceId } = await aServiceOnSale({ state: 'paused' });
    await refuses(() => service.hold(serviceId, '10:00'), 404, 'NOT_FOUND');
  });

  it('of a taken time is refused', async () => {
    const { serviceId } = await aHeldBooking();
    await refuses(() => service.hold(serviceId, '10:00'), 409, 'SLOT_TAKEN');
  });

  it('says what the price is now', async () => {
    const { serviceId } = await aServiceOnSale();
    const ask = () => service.hold(serviceId, '10:00', { expectedTotalMinor: 1 });
    const body = await refuses(ask, 409, 'PRICE_CHANGED');
    expect(body).toMatchObject({ price: { totalMinor: 11_000, surchargeMinor: 1_000 } });
  });

  it('is taken with emoji in the name, and kept as it was written', async () => {
    const { serviceId } = await aServiceOnSale();
    const customer = { name: EMOJI, email: 'ada@guest.test' };
    const { status, body } = await service.hold(serviceId, '10:00', { customer });
    expect(status).toBe(201);
    const token = String(body.accessToken);
    const shown = await service.get(`/bookings/${body.bookingId}`, { token });
    expect(shown.body).toMatchObject({ customer });
  });
});

describe('another’s booking', () => {
  const changes = [
    ['cancel', {}],
    ['reschedule', { start: '2026-06-01T12:00:00.000Z' }],
    ['decline-move', { start: '2026-06-01T12:00:00.000Z' }],
    ['review', { stars: 5, text: '' }],
  ] as const;

  it.each(changes)('is not there for a stranger who wants to %s it', async (change, body) => {
    const { bookingId } = await aPaidBooking();
    const other = await aPaidBooking();
    const ask = (token?: string) =>
      service.post(`/bookings/${bookingId}/${change}`, body, token ? { token } : {});
    await refuses(() => ask(tokenOf('mallory')), 404, 'NOT_FOUND');
    await refuses(() => ask(other.token), 404, 'NOT_FOUND');
    await refuses(() => ask(), 401, 'UNAUTHENTICATED');
  });

  it.each([
    ['changed', (token: string) => `${token.slice(0, -2)}AA`],
    ['of an old secret', (_: string, id: string) => guestTokens('last year’s').sign(id)],
    ['cut short', (token: string) => token.slice(0, 20)],
    ['10 kB long', () => `guest.${LONG}.${LONG}`],
  ])('does not open with a link whose signature is %s', async (_, forge) => {
    const { bookingId, token } = await aPaidBooking();
    const forged = forge(token, bookingId);
    const cancel = () => service.post(`/bookings/${bookingId}/cancel`, {}, { token: forged });
    await refuses(cancel, 401, 'UNAUTHENTICATED');
    const read = () => service.get(`/bookings/${bookingId}`, { token: forged });
    await refuses(read, 401, 'UNAUTHENTICATED');
    for (const change of ['claim', 'reprice']) {
      const body = { accessToken: forged };
      const take = () =>
        service.post(`/bookings/${bookingId}/${change}`, body, { token: tokenOf('eve') });
      const isTooLong = forged.length > 2048;
      await refuses(take, isTooLong ? 400 : 403, isTooLong ? 'INVALID_INPUT' : 'FORBIDDEN');
    }
  });
});

describe('text in a review', () => {
  it('of 10 kB is refused, of emoji published', async () => {
    const { bookingId, token } = await aPaidBooking();
    service.clock.set('2026-06-01T12:00:00.000Z');
    const path = `/bookings/${bookingId}/review`;
    const tooLong = () => service.post(path, { stars: 5, text: LONG }, { token });
    await refuses(tooLong, 400, 'INVALID_INPUT');
    expect((await service.post(path, { stars: 5, text: EMOJI }, { token })).status).toBe(200);
    const { data } = await service.table.review.scan.go();
    expect(data.map(({ text }) => text)).toContain(EMOJI);
    service.clock.set('2026-05-20T10:00:00.000Z');
  });
});

describe('a repeated Idempotency-Key', () => {
  it('replays a success and a refusal with status and body, and changes nothing more', async () => {
    const { serviceId } = await aServiceOnSale();
    const taken = { key: crypto.randomUUID() };
    const first = await service.hold(serviceId, '10:00', {}, { key: 'first' });
    const refused = await service.hold(serviceId, '10:00', {}, taken);
    const before = await service.scan();
    expect(await service.hold(serviceId, '10:00', {}, { key: 'first' })).toMatchObject({
      status: 201,
      body: first.body,
    });
    const again = await service.hold(serviceId, '10:00', {}, taken);
    expect([again.status, again.body]).toEqual([409, refused.body]);
    expect(again.headers.get('content-type')).toBe('application/problem+json');
    expect(await service.scan()).toEqual(before);
  });

  it('replays a hold as it was answered, though it was repriced and cancelled since', async () => {
    const { serviceId } = await aServiceOnSale();
    const key = crypto.randomUUID();
    const held = await service.hold(serviceId, '10:00', {}, { key });
    const { bookingId, accessToken } = held.body;
    const token = tokenOf('anna');
    const reprice = await service.post(
      `/bookings/${bookingId}/reprice`,
      { accessToken },
      { token },
    );
    const cancel = await service.post(`/bookings/${bookingId}/cancel`, {}, { token });
    expect([reprice.status, cancel.status]).toEqual([200, 200]);
    const again = await service.hold(serviceId, '10:00', {}, { key });
    expect([again.status, again.body]).toEqual([201, held.body]);
  });

  it('with another body is a 422, for a day', async () => {
    const { serviceId } = await aServiceOnSale();
    const key = crypto.randomUUID();
    await service.hold(serviceId, '10:00', {}, { key });
    const other = () => service.hold(serviceId, '11:00', {}, { key });
    await refuses(other, 422, 'IDEMPOTENCY_KEY_REUSED');
    service.clock.advance(24 * 3600 - 1);
    await refuses(other, 422, 'IDEMPOTENCY_KEY_REUSED');
    service.clock.advance(2);
    expect((await other()).status).toBe(201);
    service.clock.set('2026-05-20T10:00:00.000Z');
  });

  it('at the same moment books once: the others are a 409, or the same answer', async () => {
    const { serviceId } = await aServiceOnSale();
    const key = crypto.randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => service.hold(serviceId, '10:00', {}, { key })),
    );
    const bookings = new Set<unknown>();
    for (const { status, body } of answers) {
      if (status === 201) bookings.add(body.bookingId);
      else expect([status, body.code]).toEqual([409, 'IDEMPOTENCY_IN_PROGRESS']);
    }
    expect(bookings.size).toBe(1);
    expect(await service.freeStarts(serviceId)).toHaveLength(7);
  });

  it('is a 400 when it is missing or 10 kB long', async () => {
    const { serviceId } = await aServiceOnSale();
    const ask = (key: string) => () => service.hold(serviceId, '10:00', {}, { key });
    await refuses(ask(''), 400, 'IDEMPOTENCY_KEY_MISSING');
    await refuses(ask(LONG), 400, 'INVALID_INPUT');
  });
});
