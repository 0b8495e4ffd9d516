import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceItem } from '../../shared/table';
import { aProvider, aService, tokenOf } from '../../shared/testing';
import { type BookingService, startBookingService } from '../testing/booking-service';
import { startBackstage } from '../testing/processor';

let service: BookingService;
let backstage: ReturnType<typeof startBackstage>;

beforeAll(async () => {
  service = await startBookingService();
  backstage = startBackstage(service);
});
afterAll(() => service.stop());

async function aHeldBooking(changes: Partial<ServiceItem> = {}) {
  const provider = await aProvider(service.table);
  await service.table.user
    .put({
      userId: provider.ownerUserId,
      email: `owner-${provider.providerId}@studio.test`,
      name: 'Olga',
      createdAt: '2026-01-01T00:00:00.000Z',
    })
    .go();
  const { serviceId } = await aService(service.table, provider, changes);
  const { status, body } = await service.hold(serviceId, '10:00');
  expect(status).toBe(201);
  return {
    provider,
    serviceId,
    bookingId: String(body.bookingId),
    token: String(body.accessToken),
  };
}

const stored = async (bookingId: string) =>
  (await service.table.booking.get({ bookingId }).go({ consistent: true })).data;

async function ledgerOf(bookingId: string): Promise<Record<string, number>> {
  const { data } = await service.table.ledger.query.primary({ bookingId }).go();
  return Object.fromEntries(data.map(({ type, amountMinor }) => [type, amountMinor]));
}

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

  it('after the hold has run out takes the slot again while it is free', async () => {
    const { bookingId, serviceId } = await aHeldBooking();
    service.clock.advance(3600);
    await backstage.sweep();
    expect((await stored(bookingId))?.state).toBe('expired');
    expect(await service.freeStarts(serviceId)).toContain('10:00');
    const intent = await service.payments.readIntent(`pi_${bookingId}`);
    expect(intent.status).toBe('canceled');

    await backstage.pay(bookingId);
    expect((await stored(bookingId))?.state).toBe('confirmed');
    expect(await service.freeStarts(serviceId)).not.toContain('10:00');
  });

  it('after another took the slot goes back whole, and the customer is told', async () => {
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
    expect(mail?.subject).toContain('went back');
    await backstage.event('payment_intent', `pi_${bookingId}`);
    expect(service.payments.movedBack.filter((step) => step.bookingId === bookingId)).toHaveLength(
      3,
    );
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

describe('a request that needs approval', () => {
  it('waits for the provider, and is released after 24 hours', async () => {
    const { bookingId, serviceId, token } = await aHeldBooking({ requiresApproval: true });
    await backstage.pay(bookingId);
    const requested = await stored(bookingId);
    expect(requested).toMatchObject({ state: 'requested' });
    expect(await ledgerOf(bookingId)).toEqual({});
    service.clock.advance(24 * 3600 - 1);
    await backstage.sweep();
    expect((await stored(bookingId))?.state).toBe('requested');
    expect(await service.freeStarts(serviceId)).not.toContain('10:00');

    service.clock.advance(1);
    expect((await service.get(`/bookings/${bookingId}`, { token })).body.state).toBe('expired');
    await backstage.sweep();
    expect(await stored(bookingId)).toMatchObject({ state: 'expired', refundedMinor: 0 });
    expect((await service.payments.readIntent(`pi_${bookingId}`)).status).toBe('canceled');
    expect(await service.freeStarts(serviceId)).toContain('10:00');
  });
});

describe('the sweeper', () => {
  it('confirms a booking whose payment went through unnoticed', async () => {
    const { bookingId } = await aHeldBooking();
    service.payments.pay(`pi_${bookingId}`);
    service.clock.advance(15 * 60);
    await backstage.sweep();
    expect((await stored(bookingId))?.state).toBe('confirmed');
  });

  it('releases a hold and its payment, and leaves live ones alone', async () => {
    const { bookingId } = await aHeldBooking();
    expect((await backstage.sweep()).expired).toBe(0);
    service.clock.advance(15 * 60);
    expect((await backstage.sweep()).expired).toBeGreaterThanOrEqual(1);
    expect((await stored(bookingId))?.state).toBe('expired');
    expect(await backstage.sweep()).toEqual({ expired: 0, failed: 0 });
  });

  it('goes on when one booking fails, and takes that up again', async () => {
    const { bookingId } = await aHeldBooking();
    service.clock.advance(15 * 60);
    service.payments.failNext();
    expect(await backstage.sweep()).toMatchObject({ failed: 1 });
    await backstage.sweep();
    expect((await stored(bookingId))?.state).toBe('expired');
    expect((await service.payments.readIntent(`pi_${bookingId}`)).status).toBe('canceled');
  });
});

describe('an account', () => {
  it('keeps a guest’s booking after a claim, and only the claimer lists it', async () => {
    const { bookingId, token: accessToken } = await aHeldBooking();
    const [mine, other] = [tokenOf('cleo'), tokenOf('dan')];
    const claim = (token: string, body: object) =>
      service.post(`/bookings/${bookingId}/claim`, body, { token });
    expect((await claim(mine, { accessToken: 'guest.x.y' })).status).toBe(403);
    expect((await claim(mine, { accessToken })).status).toBe(200);
    expect((await claim(mine, { accessToken })).status).toBe(200);
    expect((await claim(other, { accessToken })).body.code).toBe('ALREADY_CLAIMED');
    expect((await service.get('/bookings', { token: mine })).body.items).toMatchObject([
      { bookingId },
    ]);
    expect((await service.get('/bookings', { token: other })).body.items).toEqual([]);
    expect((await service.get(`/bookings/${bookingId}`, { token: other })).status).toBe(404);
  });

  it('drops the surcharge of a held booking without losing the slot', async () => {
    const { bookingId, token: accessToken } = await aHeldBooking();
    const token = tokenOf('eve');
    const { status, body } = await service.post(
      `/bookings/${bookingId}/reprice`,
      { accessToken },
      { token },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'held', price: { surchargeMinor: 0, totalMinor: 10_000 } });
    await backstage.pay(bookingId);
    expect(await stored(bookingId)).toMatchObject({
      state: 'confirmed',
      totalMinor: 10_000,
      providerNetMinor: 9_000,
      applicationFeeMinor: 1_000,
    });
    const late = await service.post(`/bookings/${bookingId}/reprice`, { accessToken }, { token });
    expect(late.body.code).toBe('NOT_POSSIBLE_NOW');
  });
});
