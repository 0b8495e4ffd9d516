import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelBooking } from '../../shared/bookings';
import { tokenOf } from '../../shared/testing';
import { type Scenario, startScenario } from '../testing/scenario';
import { cancel } from '../use-cases/cancel';

let service: Scenario['service'];
let backstage: Scenario['backstage'];
let aPaidBooking: Scenario['aPaidBooking'];
let stored: Scenario['stored'];
let movedBack: Scenario['movedBack'];
let ledgerOf: Scenario['ledgerOf'];

beforeAll(async () => {
  ({ service, backstage, aPaidBooking, stored, movedBack, ledgerOf } = await startScenario());
});
afterAll(() => service.stop());

describe('cancelling', () => {
  it('gives everything back by the terms of the booking, splits it exactly, and frees the slot', async () => {
    const { bookingId, serviceId, token } = await aPaidBooking();
    const body = { expectedRefundMinor: 11_000 };
    const answer = await service.post(`/bookings/${bookingId}/cancel`, body, { token });
    expect(answer.body).toMatchObject({
      state: 'cancelled',
      refundedMinor: 11_000,
      canCancel: false,
    });
    expect(movedBack(bookingId)).toEqual([
      ['refund', 11_000],
      ['fee-refund', 2_000],
      ['reversal', 11_000],
    ]);
    expect(await service.freeStarts(serviceId)).toContain('10:00');
    const again = await service.post(`/bookings/${bookingId}/cancel`, {}, { token });
    expect(again.body.code).toBe('NOT_POSSIBLE_NOW');
  });

  it('gives half back by the moderate policy, and refuses another sum than was shown', async () => {
    const { bookingId, token } = await aPaidBooking({ policy: 'moderate' });
    service.clock.set('2026-05-30T10:00:00.000Z');
    const path = `/bookings/${bookingId}/cancel`;
    const wrong = await service.post(path, { expectedRefundMinor: 11_000 }, { token });
    expect(wrong.body).toMatchObject({ code: 'REFUND_CHANGED', refundMinor: 5_500 });
    await service.post(path, { expectedRefundMinor: 5_500 }, { token });
    expect(await stored(bookingId)).toMatchObject({ state: 'cancelled', refundedMinor: 5_500 });
    expect(movedBack(bookingId)).toEqual([
      ['refund', 5_500],
      ['fee-refund', 1_000],
      ['reversal', 5_500],
    ]);
  });

  it('by the provider gives everything back at any hour', async () => {
    const { bookingId } = await aPaidBooking({ policy: 'strict' });
    service.clock.set('2026-06-01T09:59:00.000Z');
    await cancelBooking(service.bookings(), { booking: await stored(bookingId), by: 'provider' });
    expect(await stored(bookingId)).toMatchObject({ state: 'cancelled', refundedMinor: 11_000 });
  });

  it('does not wait for a provider without the money: the platform pays, the debt is kept', async () => {
    const { bookingId, token } = await aPaidBooking();
    service.payments.emptyAccounts(true);
    const answer = await service.post(`/bookings/${bookingId}/cancel`, {}, { token });
    service.payments.emptyAccounts(false);
    expect(answer.body.refundedMinor).toBe(11_000);
    expect(await ledgerOf(bookingId)).toMatchObject({
      refund: 11_000,
      fee_refund: 2_000,
      provider_debt: 11_000,
    });
  });

  it('is refunded later when Stripe is away, exactly once', async () => {
    const { bookingId, token } = await aPaidBooking();
    service.payments.failNext();
    const answer = await service.post(`/bookings/${bookingId}/cancel`, {}, { token });
    expect(answer.body).toMatchObject({ state: 'cancelled', refundedMinor: 0 });
    await backstage.workOutbox();
    await backstage.replayOutbox();
    expect(await stored(bookingId)).toMatchObject({ refundedMinor: 11_000 });
    expect(movedBack(bookingId)).toHaveLength(3);
  });

  it('is answered the same to an attempt whose first answer was lost', async () => {
    const { bookingId } = await aPaidBooking();
    const ctx = service.context({ kind: 'guest', bookingId }, 'the same write');
    const first = await cancel(ctx, { bookingId });
    expect(await cancel(ctx, { bookingId })).toEqual(first);
    expect(movedBack(bookingId)).toHaveLength(3);
  });

  it('is refused once the appointment began, to a stranger, and to nobody', async () => {
    const { bookingId, token } = await aPaidBooking();
    const path = `/bookings/${bookingId}/cancel`;
    expect((await service.post(path, {})).status).toBe(401);
    expect((await service.post(path, {}, { token: tokenOf('mallory') })).status).toBe(404);
    service.clock.set('2026-06-01T10:00:00.000Z');
    expect((await service.post(path, {}, { token })).body.code).toBe('NOT_POSSIBLE_NOW');
  });
});

describe('rescheduling', () => {
  it('moves the claim and nothing else', async () => {
    const { bookingId, serviceId, token } = await aPaidBooking();
    const start = '2026-06-01T11:00:00Z';
    const answer = await service.post(`/bookings/${bookingId}/reschedule`, { start }, { token });
    expect(answer.body).toMatchObject({
      state: 'confirmed',
      start: '2026-06-01T11:00:00.000Z',
      end: '2026-06-01T12:00:00.000Z',
      price: { totalMinor: 11_000 },
    });
    const free = await service.freeStarts(serviceId);
    expect(free).toContain('10:00');
    expect(free).not.toContain('11:00');
    const toAnotherDay = { start: '2026-06-03T09:00:00Z' };
    await service.post(`/bookings/${bookingId}/reschedule`, toAnotherDay, { token });
    expect(await service.freeStarts(serviceId)).toContain('11:00');
    expect(await service.freeStarts(serviceId, '2026-06-03')).not.toContain('09:00');
  });

  it('to a taken or impossible time, or too late, leaves everything as it was', async () => {
    const { bookingId, serviceId, token } = await aPaidBooking();
    await service.hold(serviceId, '12:00');
    const move = async (start: string) =>
      (await service.post(`/bookings/${bookingId}/reschedule`, { start }, { token })).body.code;
    expect(await move('2026-06-01T12:00:00Z')).toBe('SLOT_TAKEN');
    expect(await move('2026-06-01T12:30:00Z')).toBe('SLOT_UNAVAILABLE');
    service.clock.set('2026-05-31T10:00:00.001Z');
    expect(await move('2026-06-01T14:00:00Z')).toBe('RESCHEDULE_TOO_LATE');
    expect(await stored(bookingId)).toMatchObject({ startsAt: '2026-06-01T10:00:00.000Z' });
  });

  it('at the same moment by two people moves it once', async () => {
    const { bookingId, serviceId, token } = await aPaidBooking();
    const answers = await Promise.all(
      ['13:00', '14:00'].map((time) =>
        service.post(
          `/bookings/${bookingId}/reschedule`,
          { start: `2026-06-01T${time}:00Z` },
          { token },
        ),
      ),
    );
    const { startsAt } = await stored(bookingId);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    const free = await service.freeStarts(serviceId);
    expect(free).toHaveLength(7);
    expect(free).not.toContain(startsAt.slice(11, 16));
  });
});
