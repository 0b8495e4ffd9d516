import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { sendJson, serve } from '../../../infra/local/http';

const KEY_ID = 'bench';
const VALID_SECONDS = 24 * 3600;

export interface Identity {
  /** Where the pool's public keys are read. */
  url: string;
  /** A Cognito access token of a user that may be anybody. */
  tokenOf(userId: string): string;
  stop(): Promise<void>;
}

/** Stands in for a user pool: publishes a key and signs access tokens with it. */
export async function startIdentity(poolId: string, clientId: string): Promise<Identity> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' };
  const { url, close } = await serve(0, (_request, response) =>
    sendJson(response, 200, { keys: [jwk] }),
  );
  const region = poolId.split('_')[0];
  return {
    url,
    stop: close,
    tokenOf(userId) {
      const now = Math.floor(Date.now() / 1000);
      const header = encoded({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' });
      const payload = encoded({
        sub: userId,
        iss: `https://cognito-idp.${region}.amazonaws.com/${poolId}`,
        client_id: clientId,
        token_use: 'access',
        username: userId,
        jti: randomUUID(),
        iat: now,
        exp: now + VALID_SECONDS,
      });
      const signature = sign('RSA-SHA256', Buffer.from(`${header}.${payload}`), privateKey);
      return `${header}.${payload}.${signature.toString('base64url')}`;
    },
  };
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
