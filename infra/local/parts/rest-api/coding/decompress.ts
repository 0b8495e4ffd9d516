import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { BodyTooLarge } from '../../../http';

/** Thrown for a body that is not in the coding that its request names, or in one that is not known. */
export class UnreadableCoding extends Error {}

type Decode = (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const DECODERS = new Map<string, Decode>([
  ['gzip', promisify(zlib.gunzip)],
  ['deflate', promisify(zlib.inflate)],
  ['identity', async (body) => body],
]);

/**
 * A request's body without its `Content-Encoding`, which API Gateway takes off whether or not it compresses answers.
 * @throws {UnreadableCoding | BodyTooLarge}
 */
export async function decoded(
  body: Buffer,
  contentEncoding: string | undefined,
  limitBytes: number,
): Promise<Buffer> {
  if (contentEncoding === undefined || body.length === 0) return body;
  const decode = DECODERS.get(contentEncoding.trim().toLowerCase());
  if (!decode) throw new UnreadableCoding(contentEncoding);
  try {
    return await decode(body, { maxOutputLength: limitBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') {
      throw new UnreadableCoding(String(error));
    }
    throw new BodyTooLarge(`The decoded body exceeds ${limitBytes} bytes`);
  }
}
