import type { IncomingMessage } from 'node:http';
import { readBody } from '../../../http';
import { decodeChunks } from './chunked';
import { S3Error } from './errors';

/** A request as the handlers want it: decoded, whole, its trailers among the headers. */
export interface S3Request {
  method: string;
  bucket: string;
  key: string;
  /** Path and query as they came, for signatures. */
  rawPath: string;
  rawQuery: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: Buffer;
}

const MAX_BODY_BYTES = 256 * 1024 * 1024;
const MAX_KEY_BYTES = 1024;

/** Reads a path-style request. */
export async function readRequest(message: IncomingMessage): Promise<S3Request> {
  const url = message.url ?? '/';
  const split = url.indexOf('?');
  const rawPath = split < 0 ? url : url.slice(0, split);
  const rawQuery = split < 0 ? '' : url.slice(split + 1);
  const [bucket = '', ...segments] = rawPath.slice(1).split('/');
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
  );
  const raw = await readBody(message, MAX_BODY_BYTES);
  const { body, trailers } = decodeChunks(headers, raw);
  const key = decode(segments.join('/'));
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new S3Error('KeyTooLongError', 'Your key is too long');
  }
  return {
    method: message.method ?? 'GET',
    bucket: decode(bucket),
    key,
    rawPath,
    rawQuery,
    query: new URLSearchParams(rawQuery),
    headers: { ...headers, ...trailers },
    body,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  }
}
