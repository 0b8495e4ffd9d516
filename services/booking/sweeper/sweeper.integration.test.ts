import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishBooking } from '../../shared/bookings';
import { type Scenario, startScenario } from '../testing/scenario';

let service: Scenario['service'];
let backstage: Scenario['backstage'];
let aHeldBooking: Scenario['aHeldBooking'];
let aPaidBooking: Scenario['aPaidBooking'];
let stored: Scenario['stored'];
let ledgerOf: Scenario['ledgerOf'];

beforeAll(async () => {
  ({ service, backstage, aHeldBooking, aPaidBooking, stored, ledgerOf } = await startScenario());
});
afterAll(() => service.stop());

describe('a request that needs approval', () => {
  it('waits for the provider, and is released after 24 hours', async () => {
    const { bookingId, serviceId, token } = await aHeldBooking({ requiresApproval: true });
    await backstage.pay(bookingId);
    const requested = await stored(bookingId);
    expect(requested).toMatchObject({ state: 'requested' });
    expect(await ledgerOf(bookingId)).toEqual({});
    service.clock.advance(24 * 3600 - 1);
    await backstage.sweep();
    expect((await stored(bookingId)).state).toBe('requested');
    expect(await service.freeStarts(serviceId)).not.toContain('10:00');

    service.clock.advance(1);
    expect((await service.get(`/bookings/${bookingId}`, { token })).body.state).toBe('expired');
    await backstage.sweep();
    expect(await stored(bookingId)).toMatchObject({ state: 'expired', refundedMinor: 0 });
    expect((await service.payments.readIntent(`pi_${bookingId}`)).status).toBe('canceled');
    expect(await service.freeStarts(serviceId)).toContain('10:00');

    await backstage.workOutbox();
    const subjects = backstage.mails
      .filter(({ text }) => text.includes(bookingId))
      .map(({ subject }) => subject);
    expect(subjects.slice(-2)).toEqual([
      expect.stringMatching(/^Keine Antwort: /),
      expect.stringMatching(/^Nicht rechtzeitig beantwortet: /),
    ]);
  });

  it('is released by the start if that comes before the 24 hours', async () => {
    service.clock.set('2026-06-01T08:00:00.000Z');
    const { bookingId } = await aHeldBooking({ requiresApproval: true });
    await backstage.pay(bookingId);
    service.clock.set('2026-06-01T09:59:59.000Z');
    await backstage.sweep();
    expect((await stored(bookingId)).state).toBe('requested');
    service.clock.set('2026-06-01T10:00:00.000Z');
    await backstage.sweep();
    expect((await stored(bookingId)).state).toBe('expired');
    service.clock.set('2026-05-20T10:00:00.000Z');
  });
});

describe('the sweeper', () => {
  it('confirms a booking whose payment went through unnoticed', async () => {
    const { bookingId } = await aHeldBooking();
    service.payments.pay(`pi_${bookingId}`);
    service.clock.advance(15 * 60);
    await backstage.sweep();
    expect((await stored(bookingId)).state).toBe('confirmed');
  });

  it('releases a hold and its payment, and leaves live ones alone', async () => {
    const { bookingId } = await aHeldBooking();
    expect((await backstage.sweep()).expired).toBe(0);
    service.clock.advance(15 * 60);
    expect((await backstage.sweep()).expired).toBeGreaterThanOrEqual(1);
    expect((await stored(bookingId)).state).toBe('expired');
    expect(await backstage.sweep()).toEqual({ expired: 0, completed: 0, failed: 0 });
  });

  it('completes what ended a day ago, once an hour, and nothing that its provider decided on', async () => {
    const [{ bookingId }, missed] = [await aPaidBooking(), await aPaidBooking()];
    service.clock.set('2026-06-01T11:30:00.000Z');
    const before = await stored(missed.bookingId);
    await finishBooking(service.bookings(), before, 'mark_no_show', 'provider');
    for (const early of ['2026-06-02T10:00:00.000Z', '2026-06-02T11:01:00.000Z']) {
      service.clock.set(early);
      expect((await backstage.sweep()).completed).toBe(0);
    }
    service.clock.set('2026-06-02T12:00:00.000Z');
    expect((await backstage.sweep()).completed).toBeGreaterThanOrEqual(1);
    expect((await stored(bookingId)).state).toBe('completed');
    expect((await stored(missed.bookingId)).state).toBe('no_show');
    service.clock.set('2026-05-20T10:00:00.000Z');
  });

  it('goes on when one booking fails, and takes that up again', async () => {
    const { bookingId } = await aHeldBooking();
    service.clock.advance(15 * 60);
    service.payments.failNext();
    expect(await backstage.sweep()).toMatchObject({ failed: 1 });
    await backstage.sweep();
    expect((await stored(bookingId)).state).toBe('expired');
    expect((await service.payments.readIntent(`pi_${bookingId}`)).status).toBe('canceled');
  });
});
