import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localClient } from '../../client';
import type { Part } from '../../part';
import { aLog } from '../../testing';
import { startS3 } from './index';

const Bucket = 'assets';
let dir: string;
let part: Part;
let s3: S3Client;

const start = () =>
  startS3({ port: 0, dir, buckets: [{ name: Bucket }, { name: 'slices' }], log: aLog().log });
const clientOf = (url: string) => new S3Client({ ...localClient(url), forcePathStyle: true });

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 's3-'));
  part = await start();
  s3 = clientOf(part.url);
});
afterAll(async () => {
  s3.destroy();
  await part.stop();
  await rm(dir, { recursive: true });
});

const put = (Key: string, Body: string | Buffer, more = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const text = async (Key: string) =>
  (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();

describe('objects', () => {
  it('come back as they were put, with type, caching and metadata', async () => {
    const key = 'a b/ü+%/x.txt';
    await put(key, 'héllo', {
      ContentType: 'text/plain; charset=utf-8',
      CacheControl: 'max-age=60',
      Metadata: { origin: 'test' },
    });
    const found = await s3.send(new GetObjectCommand({ Bucket, Key: key }));
    expect(await found.Body?.transformToString()).toBe('héllo');
    expect(found).toMatchObject({
      ContentType: 'text/plain; charset=utf-8',
      CacheControl: 'max-age=60',
      Metadata: { origin: 'test' },
      ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    });
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: key }));
    expect(head.ContentLength).toBe(Buffer.byteLength('héllo'));
  });

  it('survive the SDK streaming them in chunks with a trailing checksum', async () => {
    const body = Buffer.alloc(300_000, 'chunk');
    await s3.send(
      new PutObjectCommand({
        Bucket,
        Key: 'streamed',
        Body: Readable.from([body.subarray(0, 100_000), body.subarray(100_000)]),
        ContentLength: body.length,
      }),
    );
    expect(await text('streamed')).toBe(body.toString());
  });

  it('are refused when the checksum does not fit', async () => {
    const broken = put('broken', 'body', { ChecksumCRC32: 'AAAAAA==' });
    await expect(broken).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(text('broken')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('can be read in ranges', async () => {
    await put('range', '0123456789');
    const range = async (Range: string) => {
      const answer = await s3.send(new GetObjectCommand({ Bucket, Key: 'range', Range }));
      return [await answer.Body?.transformToString(), answer.ContentRange];
    };
    expect(await range('bytes=2-4')).toEqual(['234', 'bytes 2-4/10']);
    expect(await range('bytes=-3')).toEqual(['789', 'bytes 7-9/10']);
    await expect(range('bytes=10-')).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  it('may be empty', async () => {
    await put('empty', Buffer.alloc(0));
    expect(await text('empty')).toBe('');
  });

  it('are gone after a delete, also of many, and deleting nothing is fine', async () => {
    await Promise.all(['d/1', 'd/2', 'd/&<3>'].map((key) => put(key, 'x')));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'd/1' }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'd/1' }));
    const Objects = ['d/2', 'd/&<3>', 'd/none'].map((Key) => ({ Key }));
    const gone = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(gone.Deleted?.map(({ Key }) => Key)).toEqual(['d/2', 'd/&<3>', 'd/none']);
    const left = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'd/' }));
    expect(left.KeyCount).toBe(0);
  });

  it('can be copied, keeping or replacing what describes them', async () => {
    await put('from', 'copy me', { ContentType: 'text/css', Metadata: { a: '1' } });
    const copy = (Key: string, more = {}) =>
      s3.send(new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/from`, ...more }));
    await copy('kept');
    await copy('replaced', { MetadataDirective: 'REPLACE', ContentType: 'text/html' });
    const kept = await s3.send(new HeadObjectCommand({ Bucket, Key: 'kept' }));
    const replaced = await s3.send(new HeadObjectCommand({ Bucket, Key: 'replaced' }));
    expect([kept.ContentType, kept.Metadata]).toEqual(['text/css', { a: '1' }]);
    expect([replaced.ContentType, replaced.Metadata]).toEqual(['text/html', {}]);
    expect(await text('kept')).toBe('copy me');
  });

  it('outlive the process', async () => {
    await put('kept/over', 'restart');
    await part.stop();
    part = await start();
    s3 = clientOf(part.url);
    expect(await text('kept/over')).toBe('restart');
  });
});

describe('conditional writes', () => {
  it('let exactly one of many writers create an object', async () => {
    const writers = Array.from({ length: 8 }, (_, index) =>
      put('race', String(index), { IfNoneMatch: '*' }),
    );
    const results = await Promise.allSettled(writers);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason.$metadata.httpStatusCode).toBe(412);
  });

  it('replace only the version the writer has seen', async () => {
    const { ETag } = await put('match', 'one');
    await put('match', 'two', { IfMatch: ETag });
    await expect(put('match', 'three', { IfMatch: ETag })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    expect(await text('match')).toBe('two');
  });

  it('answer 304 to a reader whose copy is good', async () => {
    const { ETag } = await put('fresh', 'x');
    const again = s3.send(new GetObjectCommand({ Bucket, Key: 'fresh', IfNoneMatch: ETag }));
    await expect(again).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
  });
});

describe('lists', () => {
  it('page through keys in order and group them by folder', async () => {
    const keys = ['l/a/1', 'l/a/2', 'l/b/1', 'l/c', 'l/d'];
    await Promise.all(keys.map((key) => put(key, key)));
    const seen: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({
          Bucket,
          Prefix: 'l/',
          Delimiter: '/',
          MaxKeys: 2,
          ...(ContinuationToken !== undefined && { ContinuationToken }),
        }),
      );
      seen.push(...(page.CommonPrefixes ?? []).map(({ Prefix = '' }) => Prefix));
      seen.push(...(page.Contents ?? []).map(({ Key = '' }) => Key));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    expect(seen).toEqual(['l/a/', 'l/b/', 'l/c', 'l/d']);
    const all = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'l/' }));
    expect(all.Contents?.map(({ Key }) => Key)).toEqual(keys);
  });

  it('name a bucket that does not exist', async () => {
    const none = s3.send(new ListObjectsV2Command({ Bucket: 'nobody' }));
    await expect(none).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });
});

describe('uploads in parts', () => {
  const Key = 'parts';

  it('join their parts in the order named', async () => {
    const { UploadId } = await s3.send(
      new CreateMultipartUploadCommand({ Bucket, Key, ContentType: 'text/plain' }),
    );
    const part = async (PartNumber: number, Body: string) => {
      const { ETag } = await s3.send(
        new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }),
      );
      return { ETag, PartNumber };
    };
    const second = await part(2, 'world');
    const first = await part(1, 'hello ');
    const done = await s3.send(
      new CompleteMultipartUploadCommand({
        Bucket,
        Key,
        UploadId,
        MultipartUpload: { Parts: [first, second] },
      }),
    );
    expect(done.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
    expect(await text(Key)).toBe('hello world');
  });

  it('leave nothing when aborted', async () => {
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'no' }));
    await s3.send(new AbortMultipartUploadCommand({ Bucket, Key: 'no', UploadId }));
    const late = s3.send(
      new UploadPartCommand({ Bucket, Key: 'no', UploadId, PartNumber: 1, Body: 'x' }),
    );
    await expect(late).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });
});
