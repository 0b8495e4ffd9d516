import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdExpiry } from '../../../domain/process';
import { type BookingItem, withStatus } from '../../table';
import { aBooking, aProvider, aService, startTestTable, type TestTable } from '../../testing';
import { readBooking } from '../read-booking';
import { commitBooking } from './commit-booking';

let test: TestTable;
const now = new Date('2026-05-20T10:00:00.000Z');

beforeAll(async () => {
  test = await startTestTable();
});
afterAll(() => test.stop());

/** A held booking of a fresh provider, as the use case would write it. */
async function aNewBooking(changes: Partial<BookingItem> = {}): Promise<BookingItem> {
  const service = await aService(test.table, await aProvider(test.table));
  const booking = await aBooking(test.table, service, {
    expiresAt: holdExpiry(now).toISOString(),
    ...changes,
  });
  await test.table.booking.delete({ bookingId: booking.bookingId }).go();
  return { ...booking, ...withStatus('BOOKING', booking.bookingId, 'held') };
}

const commit = (change: Parameters<typeof commitBooking>[1]) =>
  commitBooking({ table: test.table, now, region: 'eu-west-1' }, change);

describe('a booking and its claim', () => {
  it('are written together or not at all', async () => {
    const booking = await aNewBooking();
    expect((await commit({ after: booking })).kind).toBe('committed');
    const rival = await aNewBooking({ resourceId: booking.resourceId });
    const before = await test.scan();
    expect(await commit({ after: rival })).toEqual({ kind: 'taken', seatsLeft: 0 });
    expect(await test.scan()).toEqual(before);
  });

  it('change only over the version that was read', async () => {
    const booking = await aNewBooking();
    await commit({ after: booking });
    const read = await readBooking(test.table, booking.bookingId);
    if (!read) throw new Error('The booking is not there');
    const after = { ...read, ...withStatus('BOOKING', read.bookingId, 'cancelled') };
    const outcomes = await Promise.all([1, 2, 3].map(() => commit({ before: read, after })));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['committed', 'stale', 'stale']);
  });

  it('change once by a client’s write, even if others changed the booking before it is repeated', async () => {
    const booking = await aNewBooking();
    await commit({ after: booking });
    const move = async (operationId: string, time: string) => {
      const before = await readBooking(test.table, booking.bookingId);
      if (!before) throw new Error('The booking is not there');
      const times = {
        startsAt: `2026-06-01T${time}:00:00.000Z`,
        endsAt: `2026-06-01T${time}:30:00.000Z`,
      };
      const change = {
        before,
        after: { ...before, ...times },
        topic: 'booking.rescheduled',
      } as const;
      return commitBooking({ table: test.table, now, region: 'eu-west-1', operationId }, change);
    };
    await move('first', '12');
    await move('second', '13');
    const repeated = await move('first', '12');
    expect(repeated).toMatchObject({
      kind: 'committed',
      booking: { startsAt: '2026-06-01T13:00:00.000Z', lastOperationId: 'second' },
    });
  });

  it('of sixteen at once on neighbouring times all get through', async () => {
    const first = await aNewBooking();
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, (_, index) => {
        const start = Date.parse('2026-06-01T00:00:00.000Z') + index * 3_600_000;
        const bookingId = `${first.bookingId}-${index}`;
        return commit({
          after: {
            ...first,
            bookingId,
            startsAt: new Date(start).toISOString(),
            endsAt: new Date(start + 3_600_000).toISOString(),
          },
        });
      }),
    );
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['committed']));
    const day = { resourceId: first.resourceId, date: '2026-06-01' };
    const { data } = await test.table.resourceDay.get(day).go({ consistent: true });
    expect(data?.claims).toHaveLength(16);
    expect(data?.version).toBe(16);
  });
});
