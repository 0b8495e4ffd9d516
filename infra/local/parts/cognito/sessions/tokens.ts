import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { NotAuthorizedError } from 'cognito-local/lib/errors';
import privateKeys from 'cognito-local/lib/keys/cognitoLocal.private.json' with { type: 'json' };
import publicKeys from 'cognito-local/lib/keys/cognitoLocal.public.json' with { type: 'json' };

/** The key whose private half every cognito-local has: tokens of this pool prove nothing elsewhere. */
export const PUBLIC_JWK = publicKeys.jwk;

const publicKey = createPublicKey({ key: publicKeys.jwk, format: 'jwk' });
const privateKey = createPrivateKey(privateKeys.pem);

export type Claims = Record<string, unknown>;

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token signed as the pool signs. */
export function signToken(claims: Claims): string {
  const text = `${encoded({ kid: PUBLIC_JWK.kid, alg: 'RS256' })}.${encoded(claims)}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
}

/** What an access token says. */
export interface AccessClaims {
  exp: number;
  origin_jti?: string;
  username: string;
}

/** @throws NotAuthorizedError unless the token is one of the pool's and has not expired */
export function verifyAccessToken(token: string, nowSeconds: number): AccessClaims {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const isOurs = verify(
    'RSA-SHA256',
    Buffer.from(`${header}.${payload}`),
    publicKey,
    Buffer.from(signature, 'base64url'),
  );
  if (!isOurs) throw new NotAuthorizedError('Invalid Access Token');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as AccessClaims & {
    token_use: string;
  };
  if (claims.token_use !== 'access') throw new NotAuthorizedError('Invalid Access Token');
  if (claims.exp <= nowSeconds) throw new NotAuthorizedError('Access Token has expired');
  return claims;
}
