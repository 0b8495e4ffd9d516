import type { Bucket, NewObject, StoredObject } from '../store';
import type { S3Answer } from '../wire/answer';
import { checkBody, crc32Base64, etagOf } from '../wire/checksums';
import { S3Error } from '../wire/errors';
import type { S3Request } from '../wire/request';
import { isUnchanged, writeCondition } from './conditions';

const KEPT_HEADERS = [
  'cache-control',
  'content-disposition',
  'content-language',
  'content-type',
  'expires',
];
const META = 'x-amz-meta-';

/** What is stored beside the bytes, from a request's headers or a form's fields. */
export function describe(key: string, headers: Record<string, string>, body: Buffer): NewObject {
  const kept = Object.fromEntries(
    KEPT_HEADERS.filter((name) => headers[name] !== undefined).map((name) => [
      name,
      headers[name] ?? '',
    ]),
  );
  const encoding = (headers['content-encoding'] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== 'aws-chunked')
    .join(',');
  return {
    key,
    etag: etagOf(body),
    crc32: crc32Base64(body),
    headers: {
      'content-type': 'binary/octet-stream',
      ...kept,
      ...(encoding !== '' && { 'content-encoding': encoding }),
    },
    metadata: metadataOf(headers),
  };
}

function metadataOf(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.startsWith(META))
      .map(([name, value]) => [name.slice(META.length), value]),
  );
}

/** PutObject. */
export async function putObject(bucket: Bucket, request: S3Request): Promise<S3Answer> {
  checkBody(request.headers, request.body);
  const object = describe(request.key, request.headers, request.body);
  const stored = await bucket.put(object, request.body, writeCondition(request.headers));
  return {
    status: 200,
    headers: { etag: stored.etag, 'x-amz-checksum-crc32': stored.crc32 ?? '' },
  };
}

/** CopyObject: bytes of another object, with its description or the request's. */
export async function copyObject(
  bucket: Bucket,
  request: S3Request,
  bucketOf: (name: string) => Bucket,
): Promise<S3Answer> {
  const source = decodeURIComponent(request.headers['x-amz-copy-source'] ?? '').replace(/^\//, '');
  const slash = source.indexOf('/');
  const from = bucketOf(source.slice(0, slash));
  const original = existing(from, source.slice(slash + 1));
  const body = await from.read(original);
  const isReplaced = request.headers['x-amz-metadata-directive'] === 'REPLACE';
  const object = isReplaced
    ? describe(request.key, request.headers, body)
    : { ...original, key: request.key };
  const stored = await bucket.put(object, body, writeCondition(request.headers));
  const modified = new Date(stored.modifiedMs).toISOString();
  return { status: 200, xml: { CopyObjectResult: { LastModified: modified, ETag: stored.etag } } };
}

/** GetObject and HeadObject, with ranges and conditions. */
export function getObject(bucket: Bucket, request: S3Request): S3Answer {
  const object = existing(bucket, request.key);
  if (isUnchanged(request.headers, object)) return { status: 304, headers: { etag: object.etag } };
  const range = rangeOf(request.headers.range, object.size);
  const { start, end } = range ?? { start: 0, end: object.size - 1 };
  return {
    status: range === undefined ? 200 : 206,
    headers: {
      ...headersOf(object, request),
      'content-length': String(end - start + 1),
      ...(range !== undefined && { 'content-range': `bytes ${start}-${end}/${object.size}` }),
    },
    file: { path: bucket.pathOf(object), start, end },
  };
}

function headersOf(object: StoredObject, request: S3Request): Record<string, string> {
  const overrides = KEPT_HEADERS.map((name) => [name, request.query.get(`response-${name}`)]);
  const wantsChecksum =
    request.headers['x-amz-checksum-mode'] === 'ENABLED' && request.headers.range === undefined;
  return {
    ...object.headers,
    ...Object.fromEntries(overrides.filter(([, value]) => value !== null)),
    ...Object.fromEntries(
      Object.entries(object.metadata).map(([name, value]) => [`${META}${name}`, value]),
    ),
    etag: object.etag,
    'last-modified': new Date(object.modifiedMs).toUTCString(),
    'accept-ranges': 'bytes',
    ...(wantsChecksum &&
      object.crc32 !== undefined && {
        'x-amz-checksum-crc32': object.crc32,
        'x-amz-checksum-type': 'FULL_OBJECT',
      }),
  };
}

/** DeleteObject: removing what is not there is fine. */
export function deleteObject(bucket: Bucket, request: S3Request): S3Answer {
  bucket.delete(request.key);
  return { status: 204 };
}

function existing(bucket: Bucket, key: string): StoredObject {
  const object = bucket.get(key);
  if (object === undefined) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
  return object;
}

function rangeOf(header: string | undefined, size: number) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, from = '', to = ''] = match ?? [];
  if (match === null || (from === '' && to === '')) return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start <= end && start < size) return { start, end };
  throw new S3Error('InvalidRange', 'The requested range is not satisfiable', {
    'content-range': `bytes */${size}`,
  });
}
