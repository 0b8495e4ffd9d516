import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SlotList } from '../../booking/contract';
import type { BookingItem } from '../../shared/table';
import { aBooking, aService, startTestTable, type TestTable } from '../../shared/testing';
import { Earnings, ProviderBooking, ProviderBookingList } from '../contract';
import { aPortal } from '../testing/portal';

let test: TestTable;

beforeAll(async () => {
  test = await startTestTable();
});
afterAll(() => test.stop());

/** A provider with one booking, whose customer has paid or had the card authorised. */
async function aDesk(changes: Partial<BookingItem> = {}) {
  const bookingId = `bkg${crypto.randomUUID().slice(0, 8)}`;
  const portal = await aPortal(test);
  const { id: paymentIntentId } = await portal.payments.createIntent({
    ...{ bookingId, amountMinor: 11_000, applicationFeeMinor: 2_000, currency: 'EUR' },
    destination: 'acct_test',
    isCapturedLater: changes.requiresApproval ?? false,
  });
  portal.payments.pay(paymentIntentId);
  const service = await aService(test.table, portal.provider);
  const booking = await aBooking(test.table, service, {
    ...{ bookingId, paymentIntentId },
    ...changes,
  });
  const act = (action: string) => portal.send('POST', `bookings/${bookingId}/${action}`);
  return { ...portal, service, booking, act };
}

const REQUESTED = {
  state: 'requested',
  requiresApproval: true,
  startsAt: '2026-06-03T10:00:00.000Z',
  endsAt: '2026-06-03T11:00:00.000Z',
  expiresAt: '2026-06-02T09:00:00.000Z',
} as const;
const PAID = { state: 'confirmed', paidAt: '2026-05-20T09:00:00.000Z' } as const;

describe("a provider's bookings", () => {
  it('come by start, page by page, with name, net and what may be done', async () => {
    const { get, provider, service, booking } = await aDesk({ ...PAID });
    const name = 'Gerda Guest';
    await test.table.bookingContact
      .put({ bookingId: booking.bookingId, name, email: 'gerda@example.test' })
      .go();
    for (const hour of ['08', '14', '12']) {
      const startsAt = `2026-06-01T${hour}:00:00.000Z`;
      await aBooking(test.table, service, { startsAt, isGuest: false });
    }
    const starts: string[] = [];
    let query = 'limit=3';
    for (let pages = 0; pages < 5; pages++) {
      const { items, nextCursor } = ProviderBookingList.parse(
        (await get(`bookings?${query}`)).body,
      );
      starts.push(...items.map(({ start }) => start.slice(11, 13)));
      const mine = items.find(({ bookingId }) => bookingId === booking.bookingId);
      if (mine) {
        expect(mine).toMatchObject({
          ...{ customerName: name, customerKind: 'guest', providerNetMinor: 9_000 },
          price: { baseMinor: 10_000, surchargeMinor: 1_000, totalMinor: 11_000, currency: 'EUR' },
          actions: ['propose-move', 'cancel'],
        });
      }
      if (nextCursor === undefined) break;
      query = `limit=3&cursor=${nextCursor}`;
    }
    expect(starts).toEqual(['08', '10', '12', '14']);
    expect(provider.providerId).toBe(booking.providerId);
  });

  it('are kept to a range and a state', async () => {
    const { get, service } = await aDesk({ ...PAID });
    const startsAt = '2026-06-02T10:00:00.000Z';
    await aBooking(test.table, service, { startsAt, state: 'cancelled' });
    const count = async (query: string) => {
      return ProviderBookingList.parse((await get(`bookings?${query}`)).body).items.length;
    };
    expect(await count('from=2026-06-01T10:00:00Z&to=2026-06-02T10:00:00Z')).toBe(1);
    expect(await count('from=2026-06-01T10:00:01Z')).toBe(1);
    expect(await count('state=cancelled')).toBe(1);
    expect(await count('')).toBe(2);
  });

  it('are refused with a cursor of another list', async () => {
    const { get } = await aDesk();
    expect(await get('bookings?cursor=eyJ4IjoxfQ')).toMatchObject({
      status: 400,
      body: { code: 'INVALID_CURSOR', errors: [{ path: 'cursor' }] },
    });
  });
});

describe('deciding', () => {
  it('accepts a request by charging the card', async () => {
    const { act, payments, booking } = await aDesk(REQUESTED);
    const { status, body } = await act('accept');
    expect(status).toBe(200);
    expect(ProviderBooking.parse(body).state).toBe('confirmed');
    const { status: paid } = await payments.readIntent(booking.paymentIntentId ?? '');
    expect(paid).toBe('succeeded');
  });

  it('declines a request by letting the card go', async () => {
    const { act, payments, booking } = await aDesk(REQUESTED);
    expect((await act('decline')).body).toMatchObject({ state: 'declined', actions: [] });
    const { status } = await payments.readIntent(booking.paymentIntentId ?? '');
    expect(status).toBe('canceled');
    expect(await act('accept')).toMatchObject({ status: 409, body: { code: 'NOT_POSSIBLE_NOW' } });
  });

  it('gives everything back when the provider cancels', async () => {
    const { act, payments } = await aDesk({ ...PAID });
    const { body } = await act('cancel');
    expect(body).toMatchObject({ state: 'cancelled', refundedMinor: 11_000, actions: [] });
    expect(payments.movedBack).toMatchObject([
      { movement: 'refund', amountMinor: 11_000 },
      { movement: 'fee-refund', amountMinor: 2_000 },
      { movement: 'reversal', amountMinor: 11_000 },
    ]);
  });

  it('proposes another time, and takes it back', async () => {
    const { act, get, send, booking } = await aDesk({ ...PAID });
    const path = `bookings/${booking.bookingId}`;
    const range = 'from=2026-06-01T00:00:00Z&to=2026-06-02T00:00:00Z';
    const free = SlotList.parse((await get(`${path}/free-times?${range}`)).body);
    const [first] = free.slots;
    const { body } = await send('POST', `${path}/propose-move`, { start: first?.start });
    expect(ProviderBooking.parse(body)).toMatchObject({
      ...{ state: 'confirmed', start: booking.startsAt, proposedStart: first?.start },
      actions: ['propose-move', 'withdraw-move', 'cancel'],
    });
    expect((await act('withdraw-move')).body).not.toHaveProperty('proposedStart');
    expect(await act('withdraw-move')).toMatchObject({ body: { code: 'NOT_POSSIBLE_NOW' } });
  });

  it('proposes no time that is not offered, nor one for another provider’s booking', async () => {
    const { send, booking } = await aDesk({ ...PAID });
    const path = `bookings/${booking.bookingId}/propose-move`;
    const start = '2026-06-01T03:00:00.000Z';
    expect((await send('POST', path, { start })).body).toMatchObject({ code: 'SLOT_UNAVAILABLE' });
    expect(await (await aDesk()).send('POST', path, { start })).toMatchObject({ status: 404 });
  });

  it('completes what has started, and only that', async () => {
    const { act, clock } = await aDesk({ ...PAID });
    expect(await act('complete')).toMatchObject({ status: 409 });
    expect(await act('no-show')).toMatchObject({ status: 409 });
    clock.set('2026-06-01T10:05:00.000Z');
    expect((await act('complete')).body).toMatchObject({ state: 'completed', actions: [] });
  });

  it('offers no answer to a request that has run out', async () => {
    const { get, act, clock } = await aDesk(REQUESTED);
    clock.set('2026-06-02T09:00:00.000Z');
    const { items } = ProviderBookingList.parse((await get('bookings')).body);
    expect(items).toMatchObject([{ state: 'expired', actions: [] }]);
    expect(await act('accept')).toMatchObject({ status: 409 });
  });

  it("leaves other providers' bookings alone", async () => {
    const { act } = await aDesk(REQUESTED);
    const stranger = await aDesk(REQUESTED);
    const path = `bookings/${stranger.booking.bookingId}/decline`;
    expect(await (await aDesk()).send('POST', path)).toMatchObject({ status: 404 });
    expect(await act('decline')).toMatchObject({ status: 200 });
  });
});

describe('earnings', () => {
  it('add up the ledger, day by day on the calendar of the provider', async () => {
    const { get, provider, booking } = await aDesk({ ...PAID });
    const { bookingId } = booking;
    const movements = [
      ['charge', 11_000, '2026-05-30T10:00:00.000Z'],
      ['transfer', 11_000, '2026-05-30T10:00:00.000Z'],
      ['application_fee', 2_000, '2026-05-30T10:00:00.000Z'],
      ['reversal', 5_500, '2026-05-31T10:00:00.000Z'],
      ['fee_refund', 1_000, '2026-05-31T10:00:00.000Z'],
    ] as const;
    for (const [type, amountMinor, at] of movements) {
      const owner = { bookingId, ownerId: provider.providerId, account: 'platform' };
      const stripeId = `${type}_${bookingId}`;
      await test.table.ledger
        .put({ ...owner, type, stripeId, amountMinor, currency: 'EUR', at })
        .go();
    }
    const earnings = Earnings.parse((await get('earnings')).body);
    expect(earnings).toMatchObject({
      ...{ currency: 'EUR', netMinor: 4_500, bookings: 1 },
      byDay: [
        { date: '2026-05-30', netMinor: 9_000, bookings: 1 },
        { date: '2026-05-31', netMinor: -4_500, bookings: 1 },
      ],
    });
    expect(earnings.entries).toHaveLength(5);
    const later = Earnings.parse((await get('earnings?from=2026-06-01T00:00:00Z')).body);
    expect(later).toMatchObject({ netMinor: 0, entries: [] });
  });
});
