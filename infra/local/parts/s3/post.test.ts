import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localClient } from '../../client';
import type { Part } from '../../part';
import { aLog } from '../../testing';
import { startS3 } from './index';
import { authorize } from './wire/signature';

const Bucket = 'uploads';
let dir: string;
let part: Part;
let s3: S3Client;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 's3-post-'));
  part = await startS3({ port: 0, dir, buckets: [{ name: Bucket }], log: aLog().log });
  s3 = new S3Client({ ...localClient(part.url), forcePathStyle: true });
});
afterAll(async () => {
  s3.destroy();
  await part.stop();
  await rm(dir, { recursive: true });
});

const OPTIONS: PresignedPostOptions = {
  Bucket,
  Key: 'photos/1.png',
  Conditions: [
    ['content-length-range', 1, 1000],
    ['starts-with', '$Content-Type', 'image/'],
  ],
  Fields: { 'Content-Type': 'image/png' },
};

/** Uploads as a browser would, after `change` had its way with the form. */
async function upload(
  change: (fields: Record<string, string>) => void = () => undefined,
  { body = 'png', options = OPTIONS, client = s3 } = {},
) {
  const { url, fields } = await createPresignedPost(client, options);
  change(fields);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([body]), 'me.png');
  const response = await fetch(url, {
    method: 'POST',
    body: form,
    headers: { origin: 'http://localhost:8080' },
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('form uploads', () => {
  it('store the file with the type that was signed, and browsers may read the answer', async () => {
    const { status, headers } = await upload();
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('http://localhost:8080');
    const stored = await s3.send(new GetObjectCommand({ Bucket, Key: 'photos/1.png' }));
    expect(stored.ContentType).toBe('image/png');
    expect(await stored.Body?.transformToString()).toBe('png');
  });

  it.each<[string, Parameters<typeof upload>, string]>([
    ['is larger than allowed', [undefined, { body: 'x'.repeat(1001) }], 'EntityTooLarge'],
    ['is empty', [undefined, { body: '' }], 'EntityTooSmall'],
    [
      'claims another type',
      [(f) => Object.assign(f, { 'Content-Type': 'text/html' })],
      'AccessDenied',
    ],
    ['goes elsewhere', [(f) => Object.assign(f, { key: 'photos/2.png' })], 'AccessDenied'],
    [
      'brings fields nobody signed',
      [(f) => Object.assign(f, { acl: 'public-read' })],
      'AccessDenied',
    ],
    [
      'has another signature',
      [(f) => Object.assign(f, { 'X-Amz-Signature': 'a'.repeat(64) })],
      'SignatureDoesNotMatch',
    ],
    [
      'has another policy',
      [(f) => Object.assign(f, { Policy: btoa('{}') })],
      'SignatureDoesNotMatch',
    ],
    ['is too late', [undefined, { options: { ...OPTIONS, Expires: -1 } }], 'AccessDenied'],
  ])('are refused when the file %s', async (_why, args, code) => {
    const { status, text } = await upload(...args);
    expect(text).toContain(`<Code>${code}</Code>`);
    expect(status).toBeGreaterThanOrEqual(400);
  });

  it('are refused when somebody else signed', async () => {
    const credentials = { accessKeyId: 'stranger', secretAccessKey: 'local' };
    const client = new S3Client({ ...localClient(part.url), credentials, forcePathStyle: true });
    const { text } = await upload(undefined, { client });
    expect(text).toContain('InvalidAccessKeyId');
  });

  it.each(['', 'no boundary', '--x\r\n\r\n'])('survive the malformed body "%s"', async (body) => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const response = await fetch(`${part.url}/${Bucket}`, { method: 'POST', body, headers });
    expect(response.status).toBe(400);
  });
});

/** AWS's published example of a presigned GET. */
const EXAMPLE = {
  credentials: { AKIAIOSFODNN7EXAMPLE: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
  query:
    'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  sentMs: Date.parse('2013-05-24T00:00:00Z'),
};

function presigned(query: string, method = 'GET') {
  return {
    method,
    bucket: '',
    key: 'test.txt',
    rawPath: '/test.txt',
    rawQuery: query,
    query: new URLSearchParams(query),
    headers: { host: 'examplebucket.s3.amazonaws.com' },
  };
}

describe('presigned URLs', () => {
  const { credentials, query, sentMs } = EXAMPLE;

  it("are believed with AWS's own example", () => {
    expect(() => authorize(presigned(query), credentials, sentMs)).not.toThrow();
  });

  it.each([
    ['expired', query, 'GET', sentMs + 86_401_000],
    ['for another method', query, 'PUT', sentMs],
    ['with a longer life', query.replace('86400', '96400'), 'GET', sentMs],
    ['with another signature', query.replace('aeeed', 'beeed'), 'GET', sentMs],
    ['without a date', query.replace('X-Amz-Date', 'X-Amz-Day'), 'GET', sentMs],
  ])('are refused when %s', (_why, changed, method, nowMs) => {
    expect(() => authorize(presigned(changed, method), credentials, nowMs)).toThrow();
  });

  it('are the only way in without credentials', async () => {
    expect((await fetch(`${part.url}/${Bucket}/photos/1.png`)).status).toBe(403);
    expect((await fetch(`${part.url}/${Bucket}?list-type=2`)).status).toBe(403);
    expect((await fetch(`${part.url}/${Bucket}/x`, { method: 'PUT', body: 'x' })).status).toBe(403);
  });

  it.each(['/%', '/uploads/%E0%A4%A', '//', '/uploads/..%2f..%2fx'])(
    'survive the path %s',
    async (path) => {
      const response = await fetch(`${part.url}${path}`);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    },
  );
});
