import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { S3Error } from './errors';
import type { S3Request } from './request';

/** Secret access keys by access key id. */
export type Credentials = Readonly<Record<string, string>>;

const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest();

/** Signs a text with the day's key, as SigV4 does for S3. */
export function signatureOf(secret: string, scope: string, text: string): string {
  const [day = '', region = '', service = '', end = ''] = scope.split('/');
  const key = [region, service, end].reduce<Buffer>(
    (signing, part) => hmac(signing, part),
    hmac(`AWS4${secret}`, day),
  );
  return hmac(key, text).toString('hex');
}

/** The secret and the scope of a credential `<key id>/<day>/<region>/s3/aws4_request`. */
export function credentialOf(text: string, credentials: Credentials) {
  const [keyId = '', ...scope] = text.split('/');
  const secret = Object.hasOwn(credentials, keyId) ? credentials[keyId] : undefined;
  if (secret === undefined) {
    throw new S3Error('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist.');
  }
  return { secret, scope: scope.join('/') };
}

/** Compares signatures without telling how far they agree. */
export function assertSignature(given: string, expected: string): void {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  if (left.length !== right.length || !timingSafeEqual(left, right)) {
    throw new S3Error(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match.',
    );
  }
}

/**
 * Lets a request in: presigned URLs are verified whole, clients of the local cloud need only carry
 * an `Authorization`; anonymous requests are refused, since no bucket is public.
 */
export function authorize(
  request: Omit<S3Request, 'body'>,
  credentials: Credentials,
  nowMs: number,
): void {
  if (request.query.has('X-Amz-Signature')) {
    verifyPresigned(request, credentials, nowMs);
  } else if (!request.headers.authorization?.startsWith('AWS4-')) {
    throw new S3Error('AccessDenied', 'Access Denied');
  }
}

function verifyPresigned(
  request: Omit<S3Request, 'body'>,
  credentials: Credentials,
  nowMs: number,
): void {
  const parameter = (name: string) => request.query.get(`X-Amz-${name}`) ?? '';
  const date = parameter('Date');
  const expiresMs = dateMs(date) + Number(parameter('Expires')) * 1000;
  if (!(nowMs <= expiresMs)) throw new S3Error('AccessDenied', 'Request has expired');
  const { secret, scope } = credentialOf(parameter('Credential'), credentials);
  const names = parameter('SignedHeaders').split(';');
  const canonical = [
    request.method,
    request.rawPath.split('/').map(reencode).join('/'),
    canonicalQuery(request.query),
    ...names.map((name) => `${name}:${(request.headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    names.join(';'),
    request.query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
  ].join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const text = `AWS4-HMAC-SHA256\n${date}\n${scope}\n${hash}`;
  assertSignature(parameter('Signature'), signatureOf(secret, scope, text));
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
}

function dateMs(text: string): number {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return Date.parse(iso);
}

function reencode(segment: string): string {
  return encode(decodeURIComponent(segment));
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
