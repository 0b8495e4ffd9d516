import { partsOf, textsOf, type XmlElement } from '../../../protocols/xml';
import type { Bucket } from '../store';
import type { S3Answer } from '../wire/answer';
import type { S3Request } from '../wire/request';

const MAX_KEYS = 1000;

/** ListObjectsV2. */
export function listObjects(bucket: Bucket, request: S3Request): S3Answer {
  const { query } = request;
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const maxKeys = Math.min(Number(query.get('max-keys') ?? MAX_KEYS), MAX_KEYS);
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : fromToken(token);
  const page = pageOf(bucket.keys(), { prefix, delimiter, after, maxKeys });
  return {
    status: 200,
    xml: {
      ListBucketResult: {
        Name: request.bucket,
        Prefix: prefix,
        Delimiter: delimiter === '' ? undefined : delimiter,
        MaxKeys: maxKeys,
        KeyCount: page.keys.length + page.prefixes.length,
        IsTruncated: page.next !== undefined,
        NextContinuationToken: page.next === undefined ? undefined : toToken(page.next),
        Contents: page.keys.map((key) => contentOf(bucket, key)),
        CommonPrefixes: page.prefixes.map((each) => ({ Prefix: each })),
      },
    },
  };
}

interface PageQuery {
  prefix: string;
  delimiter: string;
  after: string;
  maxKeys: number;
}

function pageOf(all: string[], { prefix, delimiter, after, maxKeys }: PageQuery) {
  const keys: string[] = [];
  const prefixes = new Set<string>();
  let last = after;
  for (const key of all) {
    if (!key.startsWith(prefix) || !isAfter(key, after, delimiter)) continue;
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const group = cut < 0 ? undefined : key.slice(0, cut + delimiter.length);
    const isNew = group === undefined || !prefixes.has(group);
    if (isNew && keys.length + prefixes.size >= maxKeys) {
      return { keys, prefixes: [...prefixes], next: last };
    }
    if (group === undefined) keys.push(key);
    else prefixes.add(group);
    last = group ?? key;
  }
  return { keys, prefixes: [...prefixes], next: undefined };
}

/** A page that ended with a group must skip the rest of the group. */
function isAfter(key: string, after: string, delimiter: string): boolean {
  if (delimiter !== '' && after.endsWith(delimiter) && key.startsWith(after)) return false;
  return Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0;
}

function contentOf(bucket: Bucket, key: string): XmlElement {
  const object = bucket.get(key);
  return {
    Key: key,
    LastModified: new Date(object?.modifiedMs ?? 0).toISOString(),
    ETag: object?.etag,
    Size: object?.size,
    StorageClass: 'STANDARD',
  };
}

/** DeleteObjects. */
export function deleteObjects(bucket: Bucket, request: S3Request): S3Answer {
  const xml = request.body.toString('utf8');
  const keys = partsOf(xml, 'Object').flatMap((part) => textsOf(part, 'Key').slice(0, 1));
  for (const key of keys) bucket.delete(key);
  const isQuiet = textsOf(xml, 'Quiet')[0] === 'true';
  const deleted = isQuiet ? [] : keys.map((key) => ({ Key: key }));
  return { status: 200, xml: { DeleteResult: { Deleted: deleted } } };
}

const toToken = (key: string) => Buffer.from(key).toString('base64url');
const fromToken = (token: string) => Buffer.from(token, 'base64url').toString();
