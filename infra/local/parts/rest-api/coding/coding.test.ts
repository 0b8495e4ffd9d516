import { get, type IncomingMessage } from 'node:http';
import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { start } from '../testing';
import { compressed } from './compress';
import { codingFor } from './negotiation';

const MIN_BYTES = 1024;
const LONG = JSON.stringify({ slots: Array.from({ length: 100 }, (_, minute) => ({ minute })) });
const LIMIT_BYTES = 10 * 1024 * 1024;

describe('the coding of an answer', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['*', undefined],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['deflate', 'deflate'],
    ['deflate,gzip', 'deflate'],
    ['gzip, deflate, br, zstd', 'gzip'],
    ['deflate;q=0.5,gzip;q=1.0', 'gzip'],
    ['gzip;q=1.0,identity;q=0.5,*;q=0', 'gzip'],
    ['identity;q=1,gzip;q=0.5', undefined],
    ['identity', undefined],
    ['br;q=1.0, gzip;q=0.8', undefined],
    ['br, gzip', undefined],
    ['br;q=0, gzip ; q=0.001', 'gzip'],
    ['gzip;q=0', undefined],
    ['gzip;q=2', undefined],
    ['gzip;q=high, deflate;q=0.1', 'deflate'],
    ['x-gzip', undefined],
  ])('for %j is %s', (header, coding) => {
    expect(codingFor(header)).toBe(coding);
  });
});

describe('what is compressed', () => {
  const DECODERS = { gzip: gunzipSync, deflate: inflateSync };
  const answer = (body: Buffer, rest = {}) => ({ status: 200, headers: {}, body, ...rest });

  it('says the same as before, and is left alone below the minimum', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3_000, size: 'max' }),
        fc.nat(3_000),
        fc.constantFrom('gzip' as const, 'deflate' as const),
        async (bytes, minBytes, coding) => {
          const plain = Buffer.from(bytes);
          const { headers, body } = await compressed(answer(plain), coding, minBytes);
          const isCoded = plain.length >= minBytes && plain.length > 0;
          expect(headers).toEqual(isCoded ? { 'content-encoding': coding } : {});
          expect(isCoded ? DECODERS[coding](body) : body).toEqual(plain);
        },
      ),
    );
  });

  it.each([
    ['without a minimum', answer(Buffer.from(LONG)), undefined],
    ['what has a coding', answer(Buffer.from(LONG), { headers: { 'content-encoding': 'br' } }), 0],
    ['an answer without content', answer(Buffer.from(LONG), { status: 204 }), 0],
    ['an answer that nothing changed', answer(Buffer.from(LONG), { status: 304 }), 0],
  ])('is never %s', async (_what, given, minBytes) => {
    expect(await compressed(given, 'gzip', minBytes)).toBe(given);
  });
});

describe('an API that compresses', () => {
  /** As it comes over the wire: `fetch` would decode it and hide the length. */
  const raw = (url: string, headers: Record<string, string>) =>
    new Promise<{ message: IncomingMessage; body: Buffer }>((resolve, reject) => {
      get(url, { headers }, async (message) => {
        resolve({ message, body: Buffer.concat(await message.toArray()) });
      }).on('error', reject);
    });
  const serve = (body: string) =>
    start({ minimumCompressionBytes: MIN_BYTES }, () => ({
      statusCode: 200,
      headers: { 'content-length': '1', vary: 'Origin', etag: '"1"' },
      body,
    }));

  it('sends coding and length of what it sends, and the headers of the function', async () => {
    const { call } = await serve(LONG);
    const { url } = await call('/things/1');
    const { message, body } = await raw(url, { 'accept-encoding': 'gzip' });
    expect(gunzipSync(body).toString()).toBe(LONG);
    expect(message.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-length': String(body.length),
      vary: 'Origin',
      etag: '"1"',
    });
  });

  it.each([
    ['who does not ask for it', LONG, {}],
    ['who wants it as it is', LONG, { 'accept-encoding': 'identity' }],
    ['a short answer', 'ok', { 'accept-encoding': 'gzip' }],
  ])('leaves the answer as it is: %s', async (_who, text, headers) => {
    const { call } = await serve(text);
    const { url } = await call('/things/1');
    const { message, body } = await raw(url, headers);
    expect(body.toString()).toBe(text);
    expect(message.headers['content-encoding']).toBeUndefined();
    expect(message.headers['content-length']).toBe(String(text.length));
  });

  it('says nothing of coding and length where there is no body to send', async () => {
    const { call } = await start({ minimumCompressionBytes: 0 }, () => ({ statusCode: 204 }));
    const { headers } = await call('/things/1');
    expect(headers.get('content-encoding')).toBeNull();
    expect(headers.get('content-length')).toBeNull();
  });
});

describe('the coding of a request', () => {
  const thing = JSON.stringify({ title: 'Haircut', price: { minor: 1 } });
  const send = async (body: Buffer<ArrayBuffer>, coding: string) => {
    const { call, invoke, lastEvent } = await start();
    const headers = { 'content-type': 'application/json', 'content-encoding': coding };
    const response = await call('/things', { method: 'POST', body, headers });
    return { status: response.status, invoke, lastEvent };
  };

  it.each([
    ['gzip', gzipSync(thing)],
    ['Deflate', deflateSync(thing)],
    ['identity', Buffer.from(thing)],
  ])('%s is taken off before the body is validated', async (coding, body) => {
    const { status, lastEvent } = await send(body, coding);
    expect(status).toBe(200);
    expect(lastEvent().body).toBe(thing);
  });

  it.each([
    ['one that is not known', 'br', Buffer.from(thing)],
    ['another than it says', 'gzip', Buffer.from(thing)],
    ['one that breaks off', 'gzip', gzipSync(thing).subarray(0, -4)],
  ])('answers 415 to %s', async (_what, coding, body) => {
    const { status, invoke } = await send(body, coding);
    expect(status).toBe(415);
    expect(invoke).not.toHaveBeenCalled();
  });

  it('cannot hide a body of more than 10 MB', async () => {
    const { status } = await send(gzipSync(Buffer.alloc(LIMIT_BYTES + 1)), 'gzip');
    expect(status).toBe(413);
  });
});
