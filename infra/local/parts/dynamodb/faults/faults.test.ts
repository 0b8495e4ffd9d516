import { afterEach, expect, it, vi } from 'vitest';
import { readBody, serve } from '../../../http';
import { type FaultyDynamoDbPart, startFaultyDynamoDb } from './index';
import { type Fault, randomFaults } from './plan';

const TRACE = 'Root=1-65f-abc';
let stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.reverse()) await stop();
  stops = [];
});

/** A database that remembers what reached it, behind the faults. */
async function start() {
  const arrived: string[] = [];
  const kill = vi.fn();
  const database = await serve(0, async (request, response) => {
    arrived.push((await readBody(request)).toString());
    response.end('{"done":true}');
  });
  const part = await startFaultyDynamoDb({ port: 0, target: database.url, kill });
  stops.push(database.close, part.stop);
  return { part, arrived, kill };
}

const ask = ({ url }: FaultyDynamoDbPart, operation = 'TransactWriteItems') =>
  fetch(url, {
    method: 'POST',
    headers: { 'x-amz-target': `DynamoDB_20120810.${operation}`, 'x-amzn-trace-id': TRACE },
    body: '{"TransactItems":[{},{}]}',
  }).then(
    async (answer) => ({ status: answer.status, body: await answer.text() }),
    () => 'no answer' as const,
  );

it('passes everything on until it is told to go wrong', async () => {
  const { part, arrived } = await start();
  expect(await ask(part)).toEqual({ status: 200, body: '{"done":true}' });
  expect(arrived).toEqual(['{"TransactItems":[{},{}]}']);
});

it.each<[Fault, boolean, boolean]>([
  ['lose-request', false, false],
  ['lose-answer', true, false],
  ['kill-before', false, true],
  ['kill-after', true, true],
])('%s: no answer; carried out: %s, asker ended: %s', async (fault, isDone, isKilled) => {
  const { part, arrived, kill } = await start();
  part.goWrong(() => fault);
  expect(await ask(part)).toBe('no answer');
  expect(arrived).toHaveLength(isDone ? 1 : 0);
  expect(kill.mock.calls).toEqual(isKilled ? [[TRACE]] : []);
});

it.each<[Fault, string]>([
  ['throttle', 'ProvisionedThroughputExceededException'],
  ['conflict', 'TransactionCanceledException'],
])('%s: refused as DynamoDB refuses, and nothing is done', async (fault, type) => {
  const { part, arrived } = await start();
  part.goWrong(() => fault);
  expect(await ask(part)).toMatchObject({ status: 400, body: expect.stringContaining(type) });
  expect(arrived).toEqual([]);
});

it('draws the same faults from the same seed, and only those that fit the operation', () => {
  const rates = { throttle: 0.2, conflict: 0.4, 'kill-after': 0.2 };
  const draws = (operation: string) => {
    const plan = randomFaults(rates, 7);
    return Array.from({ length: 200 }, () => plan({ operation, traceId: TRACE }));
  };
  expect(draws('TransactWriteItems')).toEqual(draws('TransactWriteItems'));
  expect(new Set(draws('TransactWriteItems'))).toEqual(
    new Set([undefined, 'throttle', 'conflict', 'kill-after']),
  );
  expect(new Set(draws('GetItem'))).toEqual(new Set([undefined, 'throttle']));
});
