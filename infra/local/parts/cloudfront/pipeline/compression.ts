import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import zlib, { constants } from 'node:zlib';
import type { CacheKey } from '../cache/key';
import type { BehaviorConfig } from '../config/types';
import { first, type HeaderMap } from '../http/headers';
import type { EdgeResponse } from '../http/messages';

const MIN_BYTES = 1000;
const MAX_BYTES = 10_000_000;
const STATUSES = new Set([200, 403, 404]);
/** The kinds of content CloudFront compresses, abridged to what the web uses. */
const TYPES =
  /^(?:text\/(?:css|csv|html|javascript|js|markdown|plain|richtext|tab-separated-values|xml|calendar)|application\/(?:[a-z.-]+\+)?(?:javascript|json|xml|x-javascript|ld\+json|manifest\+json|wasm|vnd\.ms-fontobject|font-sfnt)|font\/(?:eot|otf|ttf|opentype)|image\/(?:svg\+xml|bmp|x-icon|vnd\.microsoft\.icon))$/;

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const BROTLI_OPTIONS = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Compresses an answer where behaviour, viewer, size and kind of content allow it. */
export async function compressed(
  { compress }: BehaviorConfig,
  { encodings }: CacheKey,
  response: EdgeResponse,
): Promise<EdgeResponse> {
  const [encoding] = encodings;
  if (!compress || encoding === undefined || !isCompressible(response)) return response;
  const { 'content-length': _, ...rest } = response.headers;
  const headers: HeaderMap = {
    ...rest,
    'content-encoding': [encoding],
    vary: [withAcceptEncoding(first(rest, 'vary'))],
    ...(rest.etag !== undefined && { etag: [weak(rest.etag[0] ?? '')] }),
  };
  return { ...response, headers, body: await encode(encoding, response.body) };
}

function isCompressible({ status, headers, body }: EdgeResponse): boolean {
  const type = first(headers, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!STATUSES.has(status) || !TYPES.test(type) || headers['content-encoding']) return false;
  const declared = first(headers, 'content-length');
  const bytes = Buffer.isBuffer(body) ? body.length : Number(declared ?? MIN_BYTES);
  return bytes >= MIN_BYTES && bytes <= MAX_BYTES;
}

async function encode(encoding: 'br' | 'gzip', body: Buffer | Readable) {
  const isBrotli = encoding === 'br';
  if (Buffer.isBuffer(body)) return isBrotli ? brotli(body, BROTLI_OPTIONS) : gzip(body);
  const stream = isBrotli ? zlib.createBrotliCompress(BROTLI_OPTIONS) : zlib.createGzip();
  body.on('error', (error) => stream.destroy(error));
  return body.pipe(stream);
}

function withAcceptEncoding(vary: string | undefined): string {
  if (vary === undefined) return 'Accept-Encoding';
  return /accept-encoding|\*/i.test(vary) ? vary : `${vary}, Accept-Encoding`;
}

function weak(etag: string): string {
  return etag.startsWith('W/') ? etag : `W/${etag}`;
}
