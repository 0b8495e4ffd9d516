import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog, silentMetrics } from '../observability';
import {
  aBooking,
  aProvider,
  aService,
  fakePayments,
  startTestTable,
  type TestTable,
} from '../testing';
import { commitBooking } from './commit/commit-booking';
import type { BookingsContext } from './context';
import { requireBooking } from './read-booking';
import { refundBooking } from './refund';

let test: TestTable;
beforeAll(async () => {
  test = await startTestTable();
});
afterAll(() => test.stop());

/** A paid booking of 110.00, and a client's write on it under a key. */
async function aPaidBooking() {
  const payments = fakePayments();
  const ctx = (write: string): BookingsContext => ({
    table: test.table,
    payments,
    region: 'eu-west-1',
    now: new Date('2026-05-20T10:00:00.000Z'),
    operationId: `${bookingId}-${write}`,
    log: silentLog,
    metrics: silentMetrics,
  });
  const service = await aService(test.table, await aProvider(test.table));
  const { bookingId, ...booking } = await aBooking(test.table, service, {
    paidAt: '2026-05-20T09:00:00.000Z',
  });
  const intent = await payments.createIntent({
    bookingId,
    amountMinor: booking.totalMinor,
    applicationFeeMinor: booking.applicationFeeMinor,
    currency: booking.currency,
    destination: booking.stripeAccountId,
    isCapturedLater: false,
  });
  payments.pay(intent.id);
  await test.table.booking.patch({ bookingId }).set({ paymentIntentId: intent.id }).go();
  const read = () => requireBooking(test.table, bookingId);
  return {
    ctx,
    read,
    refund: async (write: string, amountMinor: number) =>
      refundBooking(ctx(write), { booking: await read(), amountMinor }),
    refunds: () =>
      payments.movedBack
        .filter(({ movement }) => movement === 'refund')
        .map(({ amountMinor }) => amountMinor),
  };
}

describe('an operator’s refund', () => {
  it('is made once, even if another write reached the booking before it was asked for again', async () => {
    const { ctx, read, refund, refunds } = await aPaidBooking();
    await refund('first', 4_000);
    const before = await read();
    await commitBooking(ctx('second'), { before, after: { ...before, customerId: 'usr-1' } });
    expect(await refund('first', 4_000)).toMatchObject({ refundedMinor: 4_000 });
    expect(refunds()).toEqual([4_000]);
  });

  it('of everything is answered as before when it is asked for again', async () => {
    const { refund, refunds } = await aPaidBooking();
    await refund('first', 6_000);
    await refund('second', 5_000);
    expect(await refund('first', 6_000)).toMatchObject({ refundedMinor: 11_000 });
    expect(refunds()).toEqual([6_000, 5_000]);
  });
});
