import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceItem } from '../../shared/table';
import { aProvider, aService, tokenOf } from '../../shared/testing';
import { type BookingService, startBookingService } from '../testing/booking-service';
import { watchConsumption } from '../testing/consumption';

let service: BookingService;

beforeAll(async () => {
  service = await startBookingService();
});
afterAll(() => service.stop());

async function aServiceOnSale(changes: Partial<ServiceItem> = {}): Promise<ServiceItem> {
  return aService(service.table, await aProvider(service.table), changes);
}

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

  it('costs the write units that the entities state: booking, one date and contact, and indexes', async () => {
    const { serviceId } = await aServiceOnSale();
    const consumed = watchConsumption(service.table.client);
    for (const token of [undefined, tokenOf('bo')]) {
      await service.hold(serviceId, token ? '10:00' : '11:00', {}, token ? { token } : {});
    }
    consumed.stop();
    const holds = consumed.transactions.filter(({ table }) => table === 6);
    const guest = { table: 2 + 2 + 2, GSI2: 2, GSI3: 2, GSI4: 2 };
    expect(holds).toEqual([guest, { ...guest, GSI3: 2 + 2, GSI5: 2 }]);
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
