import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';

export const ISSUER = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_TestPool1';
export const CLIENT = 'testclient000000000000001';

type Json = Record<string, unknown>;

const base64url = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A key pair of a pretended pool. */
export function aKey(kid: string) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  return { kid, privateKey, jwk: { kty: 'RSA', use: 'sig', alg: 'RS256', kid, n, e } };
}

export type Key = ReturnType<typeof aKey>;

/** Claims of a good access token that lives for an hour from `nowMs`. */
export function accessClaims(nowMs: number, changes: Json = {}): Json {
  const seconds = Math.floor(nowMs / 1000);
  return {
    sub: '11111111-2222-4333-8444-555555555555',
    iss: ISSUER,
    client_id: CLIENT,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    username: 'someone',
    iat: seconds,
    exp: seconds + 3600,
    ...changes,
  };
}

/** Signs claims with a key; `header` changes what the token says about itself. */
export function aToken(key: Key, claims: Json, header: Json = {}): string {
  const input = `${base64url({ alg: 'RS256', kid: key.kid, ...header })}.${base64url(claims)}`;
  return `${input}.${sign('sha256', Buffer.from(input), key.privateKey).toString('base64url')}`;
}

/** A token without signature, as `alg: none` allows. */
export function unsignedToken(claims: Json, kid: string): string {
  return `${base64url({ alg: 'none', kid })}.${base64url(claims)}.`;
}

/** The classic confusion: HS256 with the public key as the secret. */
export function hmacToken(key: Key, claims: Json): string {
  const input = `${base64url({ alg: 'HS256', kid: key.kid })}.${base64url(claims)}`;
  const publicKey: KeyObject = createPublicKey(key.privateKey);
  const secret = publicKey.export({ type: 'spki', format: 'pem' });
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}
