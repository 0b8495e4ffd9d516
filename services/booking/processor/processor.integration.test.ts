import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Scenario, startScenario } from '../testing/scenario';

let service: Scenario['service'];
let backstage: Scenario['backstage'];
let aHeldBooking: Scenario['aHeldBooking'];
let stored: Scenario['stored'];
let ledgerOf: Scenario['ledgerOf'];
let movedBack: Scenario['movedBack'];

beforeAll(async () => {
  ({ service, backstage, aHeldBooking, stored, ledgerOf, movedBack } = await startScenario());
});
afterAll(() => service.stop());

describe('a payment', () => {
  it('confirms the booking once, with its movements, however often it is reported', async () => {
    const { bookingId, token } = await aHeldBooking();
    await backstage.pay(bookingId);
    const confirmed = await stored(bookingId);
    await backstage.event('payment_intent', `pi_${bookingId}`);
    await backstage.event('charge', `ch_pi_${bookingId}`);
    expect(await stored(bookingId)).toEqual(confirmed);
    expect(confirmed).toMatchObject({ state: 'confirmed', paidAt: '2026-05-20T10:00:00.000Z' });
    expect(await ledgerOf(bookingId)).toEqual({
      charge: 11_000,
      transfer: 11_000,
      application_fee: 2_000,
      stripe_fee: 180,
    });
    const { body } = await service.get(`/bookings/${bookingId}`, { token });
    expect(body).toMatchObject({ state: 'confirmed', refundIfCancelledMinor: 11_000 });
    expect(body).not.toHaveProperty('clientSecret');
  });

  it('is written about to both sides, once, and counts once for the provider', async () => {
    const { bookingId, provider } = await aHeldBooking();
    await backstage.pay(bookingId);
    await backstage.workOutbox();
    await backstage.replayOutbox();
    const mails = backstage.mails.filter(({ text }) => text.includes(bookingId));
    expect(mails.map(({ to }) => to)).toEqual([
      'ada@guest.test',
      `owner-${provider.providerId}@studio.test`,
    ]);
    const [toCustomer, toProvider] = mails;
    const link = `https://market.test/b/${bookingId}?t=guest.${bookingId}.`;
    expect(toCustomer?.text).toContain(link);
    expect(toProvider?.text).not.toContain('?t=');
    expect(toCustomer?.attachments?.[0]?.content).toContain('DTSTART:20260601T100000Z');
    const { data } = await service.table.provider.get(provider).go({ consistent: true });
    expect(data?.bookingsCount).toBe(1);
  });

  it('is written about in the name of the request that somebody made, and so is what they change', async () => {
    const { bookingId, token, correlationId } = await aHeldBooking();
    await backstage.pay(bookingId);
    await backstage.workOutbox();
    const cancelled = await service.post(`/bookings/${bookingId}/cancel`, {}, { token });
    expect(cancelled.status).toBe(200);
    await backstage.workOutbox();
    const named = backstage.mails
      .filter(({ text }) => text.includes(bookingId))
      .map((mail) => mail.correlationId);
    const later = cancelled.headers.get('x-correlation-id');
    expect(named).toEqual([correlationId, correlationId, later, later]);
    expect(new Set(named).size).toBe(2);
  });

  it('after the hold has run out takes the slot again while it is free', async () => {
    const { bookingId, serviceId } = await aHeldBooking();
    service.clock.advance(3600);
    await backstage.sweep();
    expect((await stored(bookingId)).state).toBe('expired');
    expect(await service.freeStarts(serviceId)).toContain('10:00');
    const intent = await service.payments.readIntent(`pi_${bookingId}`);
    expect(intent.status).toBe('canceled');

    await backstage.pay(bookingId);
    expect((await stored(bookingId)).state).toBe('confirmed');
    expect(await service.freeStarts(serviceId)).not.toContain('10:00');
  });

  it('after another took the chair takes the other chair', async () => {
    const { bookingId, provider, serviceId } = await aHeldBooking();
    const { providerId } = provider;
    const resourceIds = [providerId, `${providerId}-second`];
    await service.table.service.patch({ providerId, serviceId }).set({ resourceIds }).go();
    service.clock.advance(3600);
    expect((await service.hold(serviceId, '10:00')).status).toBe(201);
    await backstage.pay(bookingId);
    expect(await stored(bookingId)).toMatchObject({
      state: 'confirmed',
      resourceId: `${providerId}-second`,
    });
    expect(await service.freeStarts(serviceId)).not.toContain('10:00');
  });

  it('after another took the slot goes back whole, and the customer is told in the language of the market', async () => {
    const { bookingId, serviceId } = await aHeldBooking();
    service.clock.advance(3600);
    expect((await service.hold(serviceId, '10:00')).status).toBe(201);
    await backstage.pay(bookingId);
    expect(await stored(bookingId)).toMatchObject({ state: 'expired', refundedMinor: 11_000 });
    expect(await ledgerOf(bookingId)).toMatchObject({
      refund: 11_000,
      reversal: 11_000,
      fee_refund: 2_000,
    });
    await backstage.workOutbox();
    const mail = backstage.mails.find(({ text }) => text.includes(bookingId));
    expect(mail?.subject).toContain('ging zurück');
    await backstage.event('payment_intent', `pi_${bookingId}`);
    expect(movedBack(bookingId)).toHaveLength(3);
  });

  it('of a booking that was cancelled meanwhile goes back whole', async () => {
    const { bookingId, token } = await aHeldBooking();
    service.payments.pay(`pi_${bookingId}`);
    expect((await service.post(`/bookings/${bookingId}/cancel`, {}, { token })).status).toBe(200);
    await backstage.event('payment_intent', `pi_${bookingId}`);
    expect(await stored(bookingId)).toMatchObject({ state: 'cancelled', refundedMinor: 11_000 });
  });

  it('that names no booking of ours changes nothing', async () => {
    await service.payments.createIntent({
      bookingId: 'foreign',
      amountMinor: 1,
      applicationFeeMinor: 0,
      currency: 'EUR',
      destination: 'acct',
      isCapturedLater: false,
    });
    const before = await service.scan();
    await backstage.pay('foreign');
    await backstage.event('customer', 'cus_1');
    expect(await service.scan()).toEqual(before);
  });
});
