import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { localClient } from '../../client';
import type { Part } from '../../part';
import type { EventSourceSpec, TableSpec } from '../../template/types';
import { aLog, eventually, freePort } from '../../testing';
import { startDynamoDb } from '../dynamodb';
import { type StreamsOptions, type StreamsPart, startStreams } from './index';
import type { StreamRecord } from './record';

const table = (name: string): TableSpec => ({
  name,
  arn: name,
  attributes: [{ AttributeName: 'PK', AttributeType: 'S' }],
  keys: [{ AttributeName: 'PK', KeyType: 'HASH' }],
  indexes: [],
  streamViewType: 'NEW_AND_OLD_IMAGES',
});
const source = (tableName: string, rest: Partial<EventSourceSpec> = {}): EventSourceSpec => ({
  id: `mapping-${tableName}`,
  sourceArn: 'arn',
  tableName,
  functionArn: 'arn:processor:live',
  enabled: true,
  batchSize: 10,
  windowSeconds: 0,
  startingPosition: 'TRIM_HORIZON',
  filters: [],
  bisectOnError: true,
  maxRetries: 1,
  reportsItemFailures: true,
  ...rest,
});

const TABLES = ['Plain', 'Filtered', 'Poisoned', 'Kept', 'Latest', 'Windowed'];
let dynamodb: Part;
let client: DynamoDBClient;
beforeAll(async () => {
  dynamodb = await startDynamoDb({
    port: await freePort(),
    tables: TABLES.map(table),
    log: aLog().log,
  });
  client = new DynamoDBClient(localClient(dynamodb.url));
});
afterAll(() => dynamodb.stop());

let stateDir: string;
beforeEach(() => {
  stateDir = mkdtempSync(path.join(tmpdir(), 'streams-'));
});
const running: StreamsPart[] = [];
afterEach(async () => {
  for (const part of running.splice(0)) await part.stop();
  rmSync(stateDir, { recursive: true, force: true });
});

async function start(spec: EventSourceSpec, options: Partial<StreamsOptions> = {}) {
  const batches: string[][] = [];
  const events: StreamRecord[] = [];
  const part = await startStreams({
    endpoint: dynamodb.url,
    sources: [spec],
    onFailure: () => {},
    log: aLog().log,
    invoke: async (_fn, { Records }) => {
      events.push(...Records);
      batches.push(Records.map(keyOf));
      return { payload: '{"batchItemFailures":[]}' };
    },
    ...options,
  });
  running.push(part);
  return { part, batches, events };
}

const keyOf = (record: StreamRecord) => (record.dynamodb.Keys as { PK: { S: string } }).PK.S;
const put = (tableName: string, ...keys: string[]) =>
  keys.reduce(
    (before, key) =>
      before.then(() =>
        client
          .send(
            new PutItemCommand({ TableName: tableName, Item: { PK: { S: key }, n: { N: '1' } } }),
          )
          .then(() => undefined),
      ),
    Promise.resolve(),
  );

it('delivers what was written before and after its start, in order and in batches', async () => {
  await put('Plain', 'a', 'b', 'c');
  const { batches, events, part } = await start(source('Plain', { batchSize: 2 }));
  await eventually(() => events.length === 3);
  await put('Plain', 'd');
  await eventually(() => events.length === 4);
  expect(batches).toEqual([['a', 'b'], ['c'], ['d']]);
  expect(events[0]).toMatchObject({
    eventName: 'INSERT',
    eventSource: 'aws:dynamodb',
    dynamodb: {
      NewImage: { PK: { S: 'a' }, n: { N: '1' } },
      StreamViewType: 'NEW_AND_OLD_IMAGES',
      ApproximateCreationDateTime: expect.any(Number),
    },
  });
  expect((await part.health()).detail).toBe('1 event sources, 4 records delivered, 0 given up');
});

it('delivers only records that pass the filter', async () => {
  const filters = [
    { eventName: ['INSERT'], dynamodb: { Keys: { PK: { S: [{ prefix: 'in#' }] } } } },
  ];
  const { events } = await start(source('Filtered', { filters }));
  await put('Filtered', 'out#1', 'in#1', 'out#2', 'in#2');
  await eventually(() => events.length === 2);
  expect(events.map(keyOf)).toEqual(['in#1', 'in#2']);
});

it('sends the place of a record that keeps failing to the queue, and goes on behind it', async () => {
  const failures: [string, string][] = [];
  const processed: string[] = [];
  await put('Poisoned', 'a', 'poison', 'b');
  const { part } = await start(source('Poisoned', { onFailureArn: 'arn:queue' }), {
    onFailure: (...failure) => failures.push(failure),
    invoke: async (_fn, { Records }) => {
      if (Records.some((record) => keyOf(record) === 'poison')) {
        return { failure: { errorMessage: 'poison' } };
      }
      processed.push(...Records.map(keyOf));
      return { payload: '{}' };
    },
  });
  await eventually(() => processed.includes('b'));
  expect(processed).toEqual(['a', 'b']);
  expect(failures).toHaveLength(1);
  expect(JSON.parse(failures[0]?.[1] ?? '')).toMatchObject({
    requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
    DDBStreamBatchInfo: { batchSize: 1 },
  });
  await eventually(async () =>
    (await part.health()).detail.includes('2 records delivered, 1 given'),
  );
});

it('goes on after a restart where it stopped', async () => {
  const first = await start(source('Kept'), { stateDir });
  await put('Kept', 'a', 'b');
  await eventually(() => first.events.length === 2);
  await first.part.stop();
  await put('Kept', 'c');
  const second = await start(source('Kept'), { stateDir });
  await eventually(() => second.events.length > 0);
  expect(second.events.map(keyOf)).toEqual(['c']);
});

it('delivers again after a restart what was not finished', async () => {
  await put('Kept', 'd');
  const first = await start(source('Kept', { maxRetries: -1 }), {
    stateDir,
    invoke: async () => ({ failure: { errorMessage: 'always' } }),
  });
  await first.part.stop();
  const second = await start(source('Kept'), { stateDir });
  await eventually(() => second.events.some((record) => keyOf(record) === 'd'));
});

it('starts at the latest record when told so', async () => {
  await put('Latest', 'old');
  const { events } = await start(source('Latest', { startingPosition: 'LATEST' }));
  let count = 0;
  await eventually(async () => {
    await put('Latest', `new#${count++}`);
    return events.length > 0;
  });
  expect(events.map(keyOf)).not.toContain('old');
});

it('waits for the window to gather a batch', async () => {
  const { batches } = await start(source('Windowed', { windowSeconds: 1 }));
  await put('Windowed', 'a', 'b', 'c');
  await eventually(() => batches.length > 0);
  expect(batches).toEqual([['a', 'b', 'c']]);
});

it('goes on where it stopped after the database itself was restarted', {
  timeout: 90_000,
}, async () => {
  const port = await freePort();
  const dataDir = path.join(stateDir, 'dynamodb');
  const delivered: string[][] = [];
  for (const key of ['first', 'second']) {
    const database = await startDynamoDb({
      port,
      tables: [table('Kept')],
      dataDir,
      log: aLog().log,
    });
    const { part, events } = await start(source('Kept'), { endpoint: database.url, stateDir });
    const writer = new DynamoDBClient(localClient(database.url));
    await writer.send(new PutItemCommand({ TableName: 'Kept', Item: { PK: { S: key } } }));
    await eventually(() => events.length > 0);
    delivered.push(events.map(keyOf));
    await part.stop();
    await database.stop();
  }
  expect(delivered).toEqual([['first'], ['second']]);
});
