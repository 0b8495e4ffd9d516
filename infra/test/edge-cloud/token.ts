import { createPrivateKey, type JsonWebKey, sign } from 'node:crypto';
import { createRequire } from 'node:module';
import { LOCAL_USER_POOL_CLIENT_ID, LOCAL_USER_POOL_ID } from '../../config';

const require = createRequire(import.meta.url);
const { jwk } = require('cognito-local/lib/keys/cognitoLocal.private.json') as {
  jwk: JsonWebKey & { kid: string };
};

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An access token of the local pool that is good for an hour. */
export function aLocalToken(groups: string[] = []): string {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const claims = {
    sub: '11111111-2222-4333-8444-555555555555',
    iss: `https://cognito-idp.eu-west-1.amazonaws.com/${LOCAL_USER_POOL_ID}`,
    client_id: LOCAL_USER_POOL_CLIENT_ID,
    token_use: 'access',
    'cognito:groups': groups,
    iat: nowSeconds,
    exp: nowSeconds + 3600,
  };
  const input = `${base64url({ alg: 'RS256', kid: jwk.kid })}.${base64url(claims)}`;
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
  return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
}
