import '../localhost-names.mjs';
import '@aws-sdk/signature-v4a';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CloudFrontClient,
  CreateInvalidationCommand,
  GetInvalidationCommand,
} from '@aws-sdk/client-cloudfront';
import {
  CloudFrontKeyValueStoreClient,
  DeleteKeyCommand,
  DescribeKeyValueStoreCommand,
  GetKeyCommand,
  ListKeysCommand,
  PutKeyCommand,
  UpdateKeysCommand,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { localClient } from '../../../client';
import { aTestEdge, resultOf, type TestEdge } from '../testing';
import { KeyValueStore } from './kvs-store';

const KvsARN = 'arn:aws:cloudfront::111111111111:key-value-store/00000000-0000-4000-8000-00000001';
let edge: TestEdge;
let kvs: CloudFrontKeyValueStoreClient;

beforeAll(async () => {
  edge = await aTestEdge(
    (_message, response) => response.writeHead(200, { 'cache-control': 'max-age=60' }).end('x'),
    { stores: [{ arn: KvsARN, name: 'releases' }] },
  );
  const { port } = new URL(edge.part.apiUrl);
  vi.stubEnv('AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE', `http://localhost:${port}`);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  kvs = new CloudFrontKeyValueStoreClient({ region: 'eu-west-1' });
});
afterAll(async () => {
  kvs.destroy();
  vi.unstubAllEnvs();
  await edge.stop();
});

const etag = async () => (await kvs.send(new DescribeKeyValueStoreCommand({ KvsARN }))).ETag;
const put = async (Key: string, Value: string, IfMatch?: string) =>
  kvs.send(new PutKeyCommand({ KvsARN, Key, Value, IfMatch: IfMatch ?? (await etag()) }));

describe('KeyValueStore API', () => {
  it('stores, reads, lists and deletes through the SDK, endpoint from the environment', async () => {
    const written = await put('slice/mf-catalog', '{"live":"r1"}');
    expect(written).toMatchObject({ ItemCount: 1, ETag: expect.any(String) });
    const read = await kvs.send(new GetKeyCommand({ KvsARN, Key: 'slice/mf-catalog' }));
    expect(read.Value).toBe('{"live":"r1"}');
    const listed = await kvs.send(new ListKeysCommand({ KvsARN }));
    expect(listed.Items).toEqual([{ Key: 'slice/mf-catalog', Value: '{"live":"r1"}' }]);
    expect(edge.part.stores[0]?.get('slice/mf-catalog')).toBe('{"live":"r1"}');
    const IfMatch = written.ETag;
    await kvs.send(new DeleteKeyCommand({ KvsARN, Key: 'slice/mf-catalog', IfMatch }));
    const gone = kvs.send(new GetKeyCommand({ KvsARN, Key: 'slice/mf-catalog' }));
    await expect(gone).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('lets one of two writers win who have seen the same store', async () => {
    const seen = await etag();
    const results = await Promise.allSettled([put('race', 'a', seen), put('race', 'b', seen)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({
      name: 'ConflictException',
      $metadata: { httpStatusCode: 409 },
    });
  });

  it('changes many keys at once or none', async () => {
    await put('old', '1');
    const update = async (Deletes: { Key: string }[]) =>
      kvs.send(
        new UpdateKeysCommand({
          KvsARN,
          IfMatch: await etag(),
          Puts: [{ Key: 'new', Value: '2' }],
          Deletes,
        }),
      );
    await expect(update([{ Key: 'nobody' }])).rejects.toThrow();
    expect(edge.part.stores[0]?.get('new')).toBeUndefined();
    await update([{ Key: 'old' }]);
    expect(edge.part.stores[0]?.get('new')).toBe('2');
    expect(edge.part.stores[0]?.get('old')).toBeUndefined();
  });

  it('pages through many keys', async () => {
    const Puts = Array.from({ length: 25 }, (_, index) => ({ Key: `page/${index}`, Value: 'v' }));
    await kvs.send(new UpdateKeysCommand({ KvsARN, IfMatch: await etag(), Puts }));
    const keys: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await kvs.send(
        new ListKeysCommand({ KvsARN, MaxResults: 10, ...(NextToken && { NextToken }) }),
      );
      keys.push(...(page.Items ?? []).map(({ Key }) => Key));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(keys.filter((key) => key?.startsWith('page/'))).toHaveLength(25);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    ['a key over 512 bytes', 'k'.repeat(513), 'v'],
    ['a value over 1 KB', 'k', 'v'.repeat(1025)],
  ])('refuses %s', async (_what, key, value) => {
    await expect(put(key, value)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('does not know other stores', async () => {
    const other = kvs.send(new DescribeKeyValueStoreCommand({ KvsARN: `${KvsARN}9` }));
    await expect(other).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('a KeyValueStore', () => {
  it('outlives the process and refuses to grow over 5 MB', () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'kvs-'));
    const open = () => new KeyValueStore({ arn: KvsARN, name: 'store' }, dir);
    const store = open();
    store.update({ puts: [{ key: 'a', value: '1' }], deletes: [] }, store.etag);
    expect([open().get('a'), open().etag]).toEqual(['1', store.etag]);
    const puts = Array.from({ length: 5200 }, (_, index) => ({
      key: `k${index}`,
      value: 'v'.repeat(1024),
    }));
    expect(() => store.update({ puts, deletes: [] }, store.etag)).toThrow('5 MB');
    expect(store.count).toBe(1);
    rmSync(dir, { recursive: true });
  });
});

describe('invalidation API', () => {
  it('forgets what the SDK names and tells that it is done', async () => {
    const cloudfront = new CloudFrontClient(localClient(edge.part.apiUrl));
    const DistributionId = edge.part.distributionId;
    await edge.get('/p/a');
    expect(resultOf(await edge.get('/p/a'))).toBe('Hit');
    const Paths = { Quantity: 1, Items: ['/p/*'] };
    const { Invalidation } = await cloudfront.send(
      new CreateInvalidationCommand({
        DistributionId,
        InvalidationBatch: { CallerReference: 'once', Paths },
      }),
    );
    expect(Invalidation).toMatchObject({
      Status: 'Completed',
      InvalidationBatch: { CallerReference: 'once', Paths },
    });
    expect(resultOf(await edge.get('/p/a'))).toBe('Miss');
    const Id = Invalidation?.Id;
    const found = await cloudfront.send(new GetInvalidationCommand({ DistributionId, Id }));
    expect(found.Invalidation?.Status).toBe('Completed');
    const none = cloudfront.send(new GetInvalidationCommand({ DistributionId, Id: 'I0' }));
    await expect(none).rejects.toMatchObject({ name: 'NoSuchInvalidation' });
    cloudfront.destroy();
  });
});
