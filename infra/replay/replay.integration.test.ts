import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { localClient } from '../local/client';
import { readBody, sendJson, serve } from '../local/http';
import type { Part } from '../local/part';
import { startDynamoDb } from '../local/parts/dynamodb';
import { type QueuePart, startQueue } from '../local/parts/queue';
import { type StreamsPart, startStreams } from '../local/parts/streams';
import { aLog, eventually, freePort } from '../local/testing';
import type { GivenUp } from './given-up';
import { readKeptMessages } from './kept-messages';
import { replay } from './replay';
import { readBatch } from './stream-records';
import { undigestedQueue } from './undigested-queue';

const TABLE = 'Replayed';
const FUNCTION = 'arn:aws:lambda:eu-west-1:111111111111:function:processor:live';
const dead = { name: 'dead', arn: 'arn:aws:sqs:eu-west-1:111111111111:dead', url: '' };

let dynamodb: Part;
let queues: QueuePart;
let streams: StreamsPart;
let functions: Awaited<ReturnType<typeof serve>>;
let client: DynamoDBClient;
/** What the function was handed by a replay, and whether it fails. */
let handed: { Records?: { dynamodb: { Keys: { PK: { S: string } } } }[]; task?: string }[] = [];
let isBroken = false;

beforeAll(async () => {
  const key = { AttributeName: 'PK', AttributeType: 'S', KeyType: 'HASH' } as const;
  const { KeyType, ...attribute } = key;
  dynamodb = await startDynamoDb({
    port: await freePort(),
    tables: [
      {
        name: TABLE,
        arn: TABLE,
        attributes: [attribute],
        keys: [{ AttributeName: 'PK', KeyType }],
        indexes: [],
        streamViewType: 'NEW_AND_OLD_IMAGES',
      },
    ],
    log: aLog().log,
  });
  client = new DynamoDBClient(localClient(dynamodb.url));
  queues = await startQueue({ port: 0, queues: [dead] });
  functions = await serve(0, async (request, response) => {
    handed.push(JSON.parse((await readBody(request)).toString()));
    sendJson(response, 200, { batchItemFailures: isBroken ? [{ itemIdentifier: '1' }] : [] });
  });
  streams = await startStreams({
    endpoint: dynamodb.url,
    sources: [
      {
        id: 'mapping',
        sourceArn: 'arn',
        tableName: TABLE,
        functionArn: FUNCTION,
        enabled: true,
        batchSize: 10,
        windowSeconds: 0,
        startingPosition: 'TRIM_HORIZON',
        filters: [],
        bisectOnError: true,
        maxRetries: 0,
        reportsItemFailures: true,
        onFailureArn: dead.arn,
      },
    ],
    onFailure: (arn: string, body: string) => queues.send(arn, body),
    log: aLog().log,
    invoke: async () => ({ failure: { errorMessage: 'broken' } }),
  });
});
afterAll(async () => {
  await streams.stop();
  await functions.close();
  await queues.stop();
  await dynamodb.stop();
});
beforeEach(() => {
  handed = [];
  isBroken = false;
});

const put = (PK: string) =>
  client.send(
    new PutItemCommand({
      TableName: TABLE,
      Item: { PK: { S: PK }, receivedAt: { S: new Date().toISOString() } },
    }),
  );
/** Records that were given up and wait. */
const waiting = () =>
  queues
    .messages(dead.arn)
    .map(({ body }) => JSON.parse(body).DDBStreamBatchInfo.batchSize as number)
    .reduce((sum, size) => sum + size, 0);
const keysOf = () =>
  handed.flatMap(({ Records = [] }) => Records.map(({ dynamodb: { Keys } }) => Keys.PK.S)).sort();

async function ports(isStreamGone = false) {
  const reader = new DynamoDBStreamsClient(localClient(dynamodb.url));
  const lines: string[] = [];
  return {
    lines,
    queue: await undigestedQueue(new SQSClient(localClient(queues.url)), dead.name),
    lambda: new LambdaClient(localClient(functions.url)),
    log: (line: string) => void lines.push(line),
    eventOf: async (work: GivenUp) => {
      if (!('batch' in work)) return work.event;
      const found = isStreamGone ? undefined : await readBatch(reader, work.batch);
      return { Records: found ?? (await readKeptMessages(client, TABLE, work.batch)) };
    },
  };
}

it('hands what the stream gave up to its function again, and empties the queue', async () => {
  await put('INBOX#1');
  await put('INBOX#2');
  await eventually(() => waiting() === 2);
  isBroken = true;
  const again = await replay(await ports());
  expect(again).toMatchObject({ done: 0 });
  expect(again.remaining).toBe(again.failed);
  handed = [];
  isBroken = false;
  expect(await replay(await ports())).toMatchObject({ failed: 0, remaining: 0 });
  expect(keysOf()).toEqual(['INBOX#1', 'INBOX#2']);
});

it('finds in the table what the stream has let go of', async () => {
  await put('INBOX#3');
  await eventually(() => waiting() === 1);
  expect(await replay(await ports(true))).toEqual({ done: 1, failed: 0, remaining: 0 });
  expect(keysOf()).toContain('INBOX#3');
});

it('runs an event again that a function was handed', async () => {
  queues.send(
    dead.arn,
    JSON.stringify({
      timestamp: '2026-06-01T03:00:00.000Z',
      requestContext: {
        functionArn: FUNCTION.replace(':live', ':$LATEST'),
        condition: 'RetriesExhausted',
        approximateInvokeCount: 1,
      },
      requestPayload: { task: 'reconcile' },
    }),
  );
  const { lines, ...rest } = await ports();
  expect(await replay({ ...rest })).toEqual({ done: 1, failed: 0, remaining: 0 });
  expect(handed).toEqual([{ task: 'reconcile' }]);
  expect(lines[0]).toContain('RetriesExhausted after 1: event {"task":"reconcile"}');
});
