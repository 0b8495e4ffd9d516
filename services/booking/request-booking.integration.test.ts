import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceItem } from '../shared/table';
import { aProvider, aService, tokenOf } from '../shared/testing';
import { type BookingService, startBookingService } from './testing/booking-service';

let service: BookingService;

beforeAll(async () => {
  service = await startBookingService();
});
afterAll(() => service.stop());

async function aServiceOnSale(changes: Partial<ServiceItem> = {}): Promise<ServiceItem> {
  return aService(service.table, await aProvider(service.table), changes);
}

describe('free times', () => {
  it('are those of the schedule, within the horizon, in the zone asked for', async () => {
    const { serviceId } = await aServiceOnSale({ horizonDays: 13 });
    expect(await service.freeStarts(serviceId)).toHaveLength(8);
    expect(await service.freeStarts(serviceId, '2026-06-02')).toEqual(['09:00']);
    const query = 'from=2026-06-01T00:00:00Z&to=2026-06-01T10:00:00Z&timeZone=Asia/Tokyo';
    const { body } = await service.get(`/services/${serviceId}/slots?${query}`);
    expect(body).toEqual({
      timeZone: 'Asia/Tokyo',
      slots: [{ start: '2026-06-01T09:00:00.000Z', end: '2026-06-01T10:00:00.000Z' }],
    });
  });

  it('of an unknown or paused service are a 404, of a provider that cannot be paid none', async () => {
    const paused = await aServiceOnSale({ state: 'paused' });
    const range = 'from=2026-06-01T00:00:00Z&to=2026-06-02T00:00:00Z';
    for (const id of ['no-such', 'none', paused.serviceId]) {
      expect((await service.get(`/services/${id}/slots?${range}`)).status).toBe(404);
    }
    const provider = await aProvider(service.table, { chargesEnabled: false });
    const { serviceId } = await aService(service.table, provider);
    expect(await service.freeStarts(serviceId)).toEqual([]);
    expect((await service.hold(serviceId, '09:00')).body.code).toBe('PROVIDER_UNAVAILABLE');
  });

  it('refuse a range that ends before it begins, is too long, or an unknown zone', async () => {
    const { serviceId } = await aServiceOnSale();
    for (const query of [
      'from=2026-06-02T00:00:00Z&to=2026-06-01T00:00:00Z',
      'from=2026-06-01T00:00:00Z&to=2026-09-01T00:00:00Z',
      'from=2026-06-01T00:00:00Z&to=2026-06-02T00:00:00Z&timeZone=Mars/Olympus',
      'from=today&to=2026-06-02T00:00:00Z',
    ]) {
      const { status, body } = await service.get(`/services/${serviceId}/slots?${query}`);
      expect([status, body.code]).toEqual([400, 'INVALID_INPUT']);
    }
  });
});

describe('a request for a booking', () => {
  it('holds the slot for 15 minutes and opens a payment of the guest price', async () => {
    const { serviceId } = await aServiceOnSale();
    const { status, body } = await service.hold(serviceId, '10:00');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'held',
      price: { baseMinor: 10_000, surchargeMinor: 1_000, totalMinor: 11_000, currency: 'EUR' },
      holdExpiresAt: '2026-05-20T10:15:00.000Z',
    });
    expect(service.payments.created.at(-1)).toMatchObject({
      bookingId: body.bookingId,
      amountMinor: 11_000,
      applicationFeeMinor: 2_000,
      currency: 'EUR',
      isCapturedLater: false,
    });
    expect(await service.freeStarts(serviceId)).not.toContain('10:00');
  });

  it('costs the signed-in no surcharge and needs no details of them', async () => {
    const { serviceId } = await aServiceOnSale();
    const token = tokenOf('bo');
    const { body } = await service.hold(serviceId, '10:00', { customer: undefined }, { token });
    expect(body.price).toMatchObject({ surchargeMinor: 0, totalMinor: 10_000 });
    const { body: booking } = await service.get(`/bookings/${body.bookingId}`, { token });
    expect(booking).toMatchObject({ customer: { email: 'bo@account.test' }, canCancel: true });
  });

  it('is refused without details of a guest, for too many seats, and for unknown fields', async () => {
    const { serviceId } = await aServiceOnSale();
    const paths = async (more: object) => {
      const { status, body } = await service.hold(serviceId, '10:00', more);
      expect(status).toBe(400);
      return (body.errors as { path: string }[]).map(({ path }) => path);
    };
    expect(await paths({ customer: undefined })).toEqual(['customer']);
    expect(await paths({ seats: 2 })).toEqual(['seats']);
    expect(await paths({ colour: 'red' })).toEqual(['colour']);
    expect(await paths({ customer: { name: 'x'.repeat(10_000), email: 'no' } })).toEqual([
      'customer.name',
      'customer.email',
    ]);
  });

  it('is refused in the past, off the grid and beyond the horizon, and changes nothing', async () => {
    const { serviceId } = await aServiceOnSale();
    const before = await service.scan();
    for (const start of [
      '2026-05-20T09:00:00.000Z',
      '2026-06-01T10:30:00.000Z',
      '2026-06-01T10:00:00.001Z',
      '2027-06-01T10:00:00.000Z',
    ]) {
      const { status, body } = await service.hold(serviceId, '10:00', { start });
      expect([status, body.code]).toEqual([409, 'SLOT_UNAVAILABLE']);
    }
    const business = (items: Record<string, unknown>[]) =>
      items.filter(({ PK }) => !String(PK).startsWith('IDEMPOTENCY#'));
    expect(business(await service.scan())).toEqual(business(before));
  });

  it('is refused with the new price when the price has moved', async () => {
    const { serviceId } = await aServiceOnSale();
    const { status, body } = await service.hold(serviceId, '10:00', { expectedTotalMinor: 10_000 });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'PRICE_CHANGED', price: { totalMinor: 11_000 } });
    const wrongCurrency = await service.hold(serviceId, '10:00', { currency: 'USD' });
    expect(wrongCurrency.body.code).toBe('PRICE_CHANGED');
    const right = { expectedTotalMinor: 11_000, currency: 'EUR' };
    expect((await service.hold(serviceId, '10:00', right)).status).toBe(201);
  });

  it('of one slot succeeds for exactly one of many at once', async () => {
    const { serviceId } = await aServiceOnSale();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => service.hold(serviceId, '11:00')),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 11 }, () => 409)]);
    expect(answers.filter(({ body }) => body.code === 'SLOT_TAKEN')).toHaveLength(11);
  });

  it('of different slots at once succeeds for all of them', async () => {
    const { serviceId } = await aServiceOnSale();
    const times = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00'];
    const answers = await Promise.all(times.map((time) => service.hold(serviceId, time)));
    expect(answers.map(({ status }) => status)).toEqual(times.map(() => 201));
    expect(await service.freeStarts(serviceId)).toEqual([]);
  });

  it('goes on where an attempt ended that Stripe failed', async () => {
    const { serviceId } = await aServiceOnSale();
    service.payments.failNext();
    const failed = await service.hold(serviceId, '10:00', {}, { key: 'again' });
    expect(failed.status).toBe(503);
    const answer = await service.hold(serviceId, '10:00', {}, { key: 'again' });
    expect(answer.status).toBe(201);
    const replay = await service.hold(serviceId, '10:00', {}, { key: 'again' });
    expect(replay.body).toEqual(answer.body);
  });
});

describe('claims', () => {
  it('of an expired hold block nobody, swept or not', async () => {
    const { serviceId } = await aServiceOnSale();
    expect((await service.hold(serviceId, '10:00')).status).toBe(201);
    service.clock.advance(15 * 60 - 1);
    expect((await service.hold(serviceId, '10:00')).status).toBe(409);
    service.clock.advance(1);
    expect(await service.freeStarts(serviceId)).toContain('10:00');
    expect((await service.hold(serviceId, '10:00')).status).toBe(201);
  });

  it('keep buffers free across all services of a resource', async () => {
    const provider = await aProvider(service.table);
    const long = await aService(service.table, provider, { bufferBefore: 30, bufferAfter: 30 });
    const short = await aService(service.table, provider, { durationMin: 30, stepMin: 30 });
    expect((await service.hold(long.serviceId, '12:00')).status).toBe(201);
    const free = await service.freeStarts(short.serviceId);
    expect(free).not.toContain('11:30');
    expect(free).not.toContain('13:00');
    expect(free).toEqual(expect.arrayContaining(['11:00', '13:30']));
    expect((await service.hold(short.serviceId, '13:00')).body.code).toBe('SLOT_TAKEN');
  });

  it('sell exactly as many seats as there are', async () => {
    const { serviceId } = await aServiceOnSale({ capacity: 5 });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => service.hold(serviceId, '10:00')),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    const two = await aServiceOnSale({ capacity: 3 });
    expect((await service.hold(two.serviceId, '10:00', { seats: 2 })).status).toBe(201);
    const tooMany = await service.hold(two.serviceId, '10:00', { seats: 2 });
    expect(tooMany.body).toMatchObject({ code: 'SLOT_TAKEN', seatsLeft: 1 });
    const query = 'from=2026-06-01T10:00:00Z&to=2026-06-01T10:01:00Z';
    const { body } = await service.get(`/services/${two.serviceId}/slots?${query}`);
    expect(body.slots).toMatchObject([{ seatsLeft: 1 }]);
  });

  it('of a provider with two chairs overlap twice and never three times', async () => {
    const provider = await aProvider(service.table);
    const resourceIds = [`${provider.providerId}-a`, `${provider.providerId}-b`];
    const { serviceId } = await aService(service.table, provider, { resourceIds });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => service.hold(serviceId, '10:00')),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(await service.freeStarts(serviceId)).not.toContain('10:00');
  });

  it('that reach over midnight are seen from both days', async () => {
    const provider = await aProvider(
      service.table,
      {},
      {
        rules: [{ days: [1, 2, 3, 4, 5, 6, 7], start: '20:00', end: '04:00' }],
      },
    );
    const { serviceId } = await aService(service.table, provider, {
      durationMin: 120,
      stepMin: 60,
    });
    expect((await service.hold(serviceId, '23:00')).status).toBe(201);
    const next = await service.freeStarts(serviceId, '2026-06-02');
    expect(next).not.toContain('00:00');
    expect(next).toContain('01:00');
  });
});
