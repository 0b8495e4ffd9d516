import { createPublicKey, verify } from 'node:crypto';
import { NotAuthorizedError } from 'cognito-local/lib/errors';
import keys from 'cognito-local/lib/keys/cognitoLocal.public.json' with { type: 'json' };

/** The key whose private half every cognito-local has: tokens of this pool prove nothing elsewhere. */
export const PUBLIC_JWK = keys.jwk;

const publicKey = createPublicKey({ key: keys.jwk, format: 'jwk' });

interface Claims {
  exp: number;
  iat: number;
}

function claimsOf(token: string): Claims {
  const payload = token.split('.')[1] ?? '';
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims;
}

/** Seconds that a fresh token lives. */
export function lifetimeSeconds(token: string): number {
  const { exp, iat } = claimsOf(token);
  return exp - iat;
}

/** @throws NotAuthorizedError unless the token is ours and has not expired */
export function requireValidToken(token: string, nowSeconds: number, message: string): void {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const isOurs = verify(
    'RSA-SHA256',
    Buffer.from(`${header}.${payload}`),
    publicKey,
    Buffer.from(signature, 'base64url'),
  );
  if (!isOurs || claimsOf(token).exp <= nowSeconds) throw new NotAuthorizedError(message);
}
