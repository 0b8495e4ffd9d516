import {
  type CancellationReason,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdExpiry } from '../../../domain/process';
import { type BookingItem, marketTable, withStatus } from '../../table';
import { aBooking, aProvider, aService, startTestTable, type TestTable } from '../../testing';
import { commitBooking } from './commit-booking';

let test: TestTable;
const now = new Date('2026-05-20T10:00:00.000Z');

beforeAll(async () => {
  test = await startTestTable();
});
afterAll(() => test.stop());

async function aNewBooking(): Promise<BookingItem> {
  const service = await aService(test.table, await aProvider(test.table));
  const expiresAt = holdExpiry(now).toISOString();
  const booking = await aBooking(test.table, service, { expiresAt });
  await test.table.booking.delete({ bookingId: booking.bookingId }).go();
  return { ...booking, ...withStatus('BOOKING', booking.bookingId, 'held') };
}

/** When a fault strikes: before DynamoDB has the request, or after it has carried it out. */
interface Fault {
  when: 'before' | 'after';
  error: Error;
}

/** Commits through a client whose transactions meet these faults, one an attempt, and then none. */
async function commitThrough(faults: Fault[], after: BookingItem) {
  const tokens: unknown[] = [];
  const client = DynamoDBDocumentClient.from(test.table.client);
  const isTransaction = (context: { commandName?: string }) =>
    context.commandName === 'TransactWriteItemsCommand';
  const middleware = (next: (args: never) => Promise<unknown>, context: object) => {
    return async (args: { request: { body: Uint8Array } }) => {
      if (!isTransaction(context)) return next(args as never);
      tokens.push(JSON.parse(new TextDecoder().decode(args.request.body)).ClientRequestToken);
      const fault = faults.shift();
      if (fault?.when === 'before') throw fault.error;
      const answer = await next(args as never);
      if (fault) throw fault.error;
      return answer;
    };
  };
  client.middlewareStack.add(middleware as never, {
    name: 'faults',
    step: 'finalizeRequest',
    priority: 'low',
    override: true,
  });
  try {
    const table = marketTable(client, test.table.tableName);
    const outcome = await commitBooking({ table, now, region: 'eu-west-1' }, { after });
    return { outcome, tokens };
  } finally {
    client.middlewareStack.remove('faults');
  }
}

/** The resource's claims and how often they were written. */
async function claimed({ resourceId }: BookingItem) {
  const day = { resourceId, date: '2026-06-01' };
  const { data } = await test.table.resourceDay.get(day).go({ consistent: true });
  return { version: data?.version, bookings: data?.claims.map(({ bookingId }) => bookingId) };
}

const meta = { message: 'injected', $metadata: {} };
const cancelled = (...codes: string[]) => {
  const CancellationReasons: CancellationReason[] = codes.map((Code) => ({ Code }));
  return new TransactionCanceledException({ ...meta, CancellationReasons });
};
const lostAnswer = () => Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });

describe('a claim is made once', () => {
  it.each<[string, () => Fault[]]>([
    ['a conflict', () => [{ when: 'before', error: cancelled('None', 'TransactionConflict') }]],
    [
      'a throttled partition',
      () => [{ when: 'before', error: cancelled('ThrottlingError', 'None') }],
    ],
    [
      'a throttled table',
      () => [{ when: 'before', error: new ProvisionedThroughputExceededException(meta) }],
    ],
    ['a lost request', () => [{ when: 'before', error: lostAnswer() }]],
    ['an answer lost after the commit', () => [{ when: 'after', error: lostAnswer() }]],
    [
      'all of them in a row',
      () => [
        { when: 'before', error: cancelled('TransactionConflict', 'None') },
        { when: 'before', error: new ProvisionedThroughputExceededException(meta) },
        { when: 'after', error: lostAnswer() },
      ],
    ],
  ])('over %s', async (_, faults) => {
    const booking = await aNewBooking();
    const { outcome } = await commitThrough(faults(), booking);
    expect(outcome.kind).toBe('committed');
    expect(await claimed(booking)).toEqual({ version: 1, bookings: [booking.bookingId] });
  });

  it('because a repeated request carries the token of the first', async () => {
    const booking = await aNewBooking();
    const { tokens } = await commitThrough([{ when: 'after', error: lostAnswer() }], booking);
    expect(tokens).toHaveLength(2);
    expect(tokens[0]).toMatch(/^[\da-f-]{36}$/);
    expect(tokens[1]).toBe(tokens[0]);
  });
});
