import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { S3Error } from './errors';

/** CRC-32 of bytes as S3 writes it, base64 of the big-endian number. */
export function crc32Base64(body: Buffer): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString('base64');
}

/** The ETag of an object uploaded in one piece. */
export function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

const CHECKS: Record<string, (body: Buffer) => string> = {
  'x-amz-checksum-crc32': crc32Base64,
  'x-amz-checksum-sha1': (body) => createHash('sha1').update(body).digest('base64'),
  'x-amz-checksum-sha256': (body) => createHash('sha256').update(body).digest('base64'),
  'content-md5': (body) => createHash('md5').update(body).digest('base64'),
};

const SHA256_HEX = /^[0-9a-f]{64}$/;

/** Refuses a body that is not what its headers say; checksums of other kinds are taken on trust. */
export function checkBody(headers: Record<string, string>, body: Buffer): void {
  for (const [name, compute] of Object.entries(CHECKS)) {
    const expected = headers[name];
    if (expected !== undefined && expected !== compute(body)) {
      throw new S3Error('BadDigest', `The ${name} you specified did not match what we received.`);
    }
  }
  const signed = headers['x-amz-content-sha256'] ?? '';
  if (!SHA256_HEX.test(signed)) return;
  if (signed !== createHash('sha256').update(body).digest('hex')) {
    throw new S3Error('BadDigest', 'The provided x-amz-content-sha256 does not match the body.');
  }
}
