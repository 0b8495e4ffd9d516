import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { localClient } from '../../client';
import type { Part } from '../../part';
import type { TableSpec } from '../../template/types';
import { aLog, freePort } from '../../testing';
import { startDynamoDb } from './index';

const key = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];
const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
const table: TableSpec = {
  name: 'EcosystemMarketplace',
  arn: 'arn',
  attributes: ['PK', 'SK', 'slug'].map(text),
  keys: key('PK', 'SK'),
  indexes: [
    { IndexName: 'GSI1', KeySchema: key('slug', 'PK'), Projection: { ProjectionType: 'ALL' } },
  ],
  streamViewType: 'NEW_AND_OLD_IMAGES',
  ttlAttribute: 'expiresAtSeconds',
};

const cleanUps: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function start(tables: TableSpec[], dataDir?: string): Promise<[Part, DynamoDBClient]> {
  const port = await freePort();
  const part = await startDynamoDb({
    port,
    tables,
    log: aLog().log,
    ...(dataDir && { dataDir }),
  });
  const client = new DynamoDBClient(localClient(part.url));
  cleanUps.push(() => part.stop());
  return [part, client];
}

const item = { PK: { S: 'PROVIDER#1' }, SK: { S: 'METADATA' }, slug: { S: 'anna' } };
const bySlug = new QueryCommand({
  TableName: table.name,
  IndexName: 'GSI1',
  KeyConditionExpression: 'slug = :slug',
  ExpressionAttributeValues: { ':slug': { S: 'anna' } },
});

function aDataDir(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'dynamodb-'));
  cleanUps.push(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

describe('startDynamoDb', () => {
  it("creates the template's table with its index, stream and TTL", async () => {
    const [part, client] = await start([table]);
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table.name }));
    const ttl = await client.send(new DescribeTimeToLiveCommand({ TableName: table.name }));
    await client.send(new PutItemCommand({ TableName: table.name, Item: item }));
    expect((await client.send(bySlug)).Items).toEqual([item]);
    expect(Table?.StreamSpecification?.StreamViewType).toBe('NEW_AND_OLD_IMAGES');
    expect(ttl.TimeToLiveDescription?.AttributeName).toBe('expiresAtSeconds');
    expect(await part.health()).toMatchObject({ ready: true, rssBytes: expect.any(Number) });
  });

  it('keeps items over a restart, and refuses a kept table that no longer fits the template', {
    timeout: 90_000,
  }, async () => {
    const dataDir = aDataDir();
    const [first, client] = await start([table], dataDir);
    await client.send(new PutItemCommand({ TableName: table.name, Item: item }));
    await first.stop();

    const [second, again] = await start([table], dataDir);
    expect((await again.send(bySlug)).Items).toEqual([item]);
    await second.stop();

    const changed = { ...table, indexes: [], attributes: ['PK', 'SK'].map(text) };
    await expect(start([changed], dataDir)).rejects.toThrow('npm start -- --fresh');
  });

  it('says in one sentence what to install when Java is missing', async () => {
    const before = process.env.PATH;
    process.env.PATH = '/nonexistent';
    try {
      await expect(start([])).rejects.toThrow(/needs Java 17 or newer.*openjdk-17-jre-headless/);
    } finally {
      process.env.PATH = before;
    }
  });
});
