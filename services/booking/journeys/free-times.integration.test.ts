import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceItem } from '../../shared/table';
import { aProvider, aService } from '../../shared/testing';
import { type BookingService, startBookingService } from '../testing/booking-service';

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
      bookableUntil: '2026-06-02T10:00:00.000Z',
      slots: [{ start: '2026-06-01T09:00:00.000Z', end: '2026-06-01T10:00:00.000Z' }],
    });
  });

  it('are the same instants in every zone they are asked for', async () => {
    const { serviceId } = await aServiceOnSale();
    const range = 'from=2026-06-01T00:00:00Z&to=2026-06-08T00:00:00Z';
    const slotsIn = async (zone: string) =>
      (await service.get(`/services/${serviceId}/slots?${range}&timeZone=${zone}`)).body.slots;
    const utc = await slotsIn('UTC');
    expect(utc).toHaveLength(56);
    for (const zone of ['America/St_Johns', 'Pacific/Chatham', 'Asia/Kathmandu']) {
      expect(await slotsIn(zone)).toEqual(utc);
    }
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
