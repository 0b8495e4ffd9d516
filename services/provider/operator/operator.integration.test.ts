import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BookingItem } from '../../shared/table';
import { aBooking, aService, startTestTable, type TestTable, tokenOf } from '../../shared/testing';
import { aPortal } from '../testing/portal';
import { OperatorBookingDetail } from './contract';

let test: TestTable;
beforeAll(async () => {
  test = await startTestTable();
});
afterAll(() => test.stop());

const OPERATOR = tokenOf('op', 'admin');
const EMAIL = 'Ada@Guest.test';

/** A guest's paid booking of 110.00, and the portal as an operator calls it. */
async function aDesk(changes: Partial<BookingItem> = {}) {
  const portal = await aPortal(test);
  const service = await aService(test.table, portal.provider);
  const booking = await aBooking(test.table, service, {
    paidAt: '2026-05-20T10:00:00.000Z',
    ...changes,
  });
  const { bookingId } = booking;
  await test.table.bookingContact.put({ bookingId, name: 'Ada', email: EMAIL }).go();
  const intent = await portal.payments.createIntent({
    bookingId,
    amountMinor: booking.totalMinor,
    applicationFeeMinor: booking.applicationFeeMinor,
    currency: booking.currency,
    destination: booking.stripeAccountId,
    isCapturedLater: false,
  });
  portal.payments.pay(intent.id);
  await test.table.booking.patch({ bookingId }).set({ paymentIntentId: intent.id }).go();
  const operate = (method: string, path: string, body?: unknown) =>
    portal.as(OPERATOR, method, `operator/${path}`, body);
  return { ...portal, bookingId, operate };
}

describe('an operator', () => {
  it('is the only one who may', async () => {
    const { as, get, bookingId, provider } = await aDesk();
    const before = await test.scan();
    for (const path of [
      `operator/bookings?q=${bookingId}`,
      `operator/bookings/${bookingId}`,
      'operator/providers',
      'operator/reconciliations',
    ]) {
      expect((await as(undefined, 'GET', path)).status).toBe(401);
      expect((await get(path)).status).toBe(403);
    }
    for (const path of [
      `operator/bookings/${bookingId}/refund`,
      `operator/providers/${provider.providerId}/suspend`,
    ]) {
      const answer = await as(tokenOf('mallory', 'provider'), 'POST', path, { amountMinor: 1 });
      expect(answer).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    }
    const withoutKeys = (items: Record<string, unknown>[]) =>
      items.filter(({ PK }) => !String(PK).startsWith('IDEMPOTENCY#')).length;
    expect(withoutKeys(await test.scan())).toBe(withoutKeys(before));
  });

  it('finds a booking by its id and by the address it was made under', async () => {
    const { operate, bookingId } = await aDesk();
    const byId = await operate('GET', `bookings?q=${bookingId}`);
    expect(byId.body).toMatchObject({ items: [{ bookingId, customer: { email: EMAIL } }] });
    const byMail = await operate('GET', `bookings?q=${encodeURIComponent(' ada@guest.TEST ')}`);
    expect(JSON.stringify(byMail.body)).toContain(bookingId);
    expect((await operate('GET', 'bookings?q=nobody@nowhere.test')).body).toEqual({ items: [] });
  });

  it('refunds any amount, step by step, by the shares of the terms, and never more than is left', async () => {
    const { operate, bookingId, payments } = await aDesk();
    const refund = (amountMinor: number) =>
      operate('POST', `bookings/${bookingId}/refund`, { amountMinor });
    const first = OperatorBookingDetail.parse((await refund(5_500)).body);
    expect(first).toMatchObject({
      refundedMinor: 5_500,
      refundableMinor: 5_500,
      state: 'confirmed',
    });
    expect(await refund(5_501)).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT', errors: [{ path: 'amountMinor' }] },
    });
    expect((await refund(5_500)).body).toMatchObject({ refundedMinor: 11_000, refundableMinor: 0 });
    expect((await refund(1)).body).toMatchObject({ code: 'NOT_POSSIBLE_NOW' });
    expect(payments.movedBack.map(({ movement, amountMinor }) => [movement, amountMinor])).toEqual([
      ['refund', 5_500],
      ['fee-refund', 1_000],
      ['reversal', 5_500],
      ['refund', 5_500],
      ['fee-refund', 1_000],
      ['reversal', 5_500],
    ]);
  });

  it('refunds nothing while the bank has a dispute, and sees it', async () => {
    const { operate, bookingId, get } = await aDesk({
      disputeState: 'open',
      disputedMinor: 11_000,
      disputeRespondBy: '2026-06-08T00:00:00.000Z',
    });
    const dispute = {
      state: 'open',
      amountMinor: 11_000,
      respondBy: '2026-06-08T00:00:00.000Z',
    };
    const seen = await operate('GET', `bookings/${bookingId}`);
    expect(seen.body).toMatchObject({ dispute, refundableMinor: 0 });
    expect((await get('bookings')).body).toMatchObject({ items: [{ bookingId, dispute }] });
    const refused = await operate('POST', `bookings/${bookingId}/refund`, { amountMinor: 1 });
    expect(refused.body).toMatchObject({ code: 'NOT_POSSIBLE_NOW' });
  });

  it('suspends a provider and lets it back in', async () => {
    const { operate, provider } = await aDesk();
    const path = `providers/${provider.providerId}`;
    const suspended = await operate('POST', `${path}/suspend`);
    expect(suspended.body).toMatchObject({ status: 'suspended', actions: ['approve'] });
    const again = await operate('POST', `${path}/suspend`);
    expect(again.body).toMatchObject({ code: 'NOT_POSSIBLE_NOW' });
    const listed = await operate('GET', `providers?status=suspended&q=${provider.slug}`);
    expect(listed.body).toMatchObject({ items: [{ providerId: provider.providerId }], total: 1 });
    expect((await operate('POST', `${path}/approve`)).body).toMatchObject({ status: 'active' });
  });

  it('reads what the reconciliation found', async () => {
    const { operate } = await aDesk();
    const report = {
      day: '2026-05-31',
      ledgerCount: 4,
      stripeCount: 5,
      differenceCount: 1,
      differences: [
        {
          kind: 'missing_in_ledger' as const,
          type: 'refund',
          stripeId: 're_1',
          account: 'platform',
          at: '2026-05-31T12:00:00.000Z',
          stripe: { amountMinor: 5, currency: 'EUR' },
        },
      ],
      finishedAt: '2026-06-01T03:00:00.000Z',
    };
    await test.table.reconciliation.put(report).go();
    expect((await operate('GET', 'reconciliations')).body).toEqual({ items: [report] });
  });
});
