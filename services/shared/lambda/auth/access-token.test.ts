import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cognitoAccessTokens } from './access-token';

const POOL = 'eu-west-1_LocalPool1';
const CLIENT = 'client';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwks = {
  keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }],
};

let server: Server;
let endpoint: string;
const asked: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url);
    response.end(JSON.stringify(jwks));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const settings = (url: string) => ({
  USER_POOL_ID: POOL,
  USER_POOL_CLIENT_ID: CLIENT,
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: url,
});

function token(changes: Record<string, unknown> = {}, key: KeyObject = privateKey): string {
  const seconds = Math.floor(Date.now() / 1000);
  const claims = {
    sub: 'ada',
    iss: `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`,
    client_id: CLIENT,
    token_use: 'access',
    'cognito:groups': ['provider'],
    iat: seconds,
    exp: seconds + 60,
    ...changes,
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', kid: 'k1' })}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

describe('Cognito access tokens', () => {
  it('name the user and the groups; keys come from the endpoint and are fetched once', async () => {
    const tokens = cognitoAccessTokens(settings(endpoint));
    expect(await tokens.verify(token())).toMatchObject({ userId: 'ada', groups: ['provider'] });
    expect(await tokens.verify(token({ sub: 'bob' }))).toMatchObject({ userId: 'bob' });
    expect(asked).toEqual([`/${POOL}/.well-known/jwks.json`]);
  });

  it.each([
    ['of another key', token({}, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)],
    ['of another pool', token({ iss: 'https://cognito-idp.eu-west-1.amazonaws.com/other' })],
    ['of another client', token({ client_id: 'other' })],
    ['of another use', token({ token_use: 'id' })],
    ['that expired', token({ exp: 1 })],
    ['that are none', 'nonsense'],
  ])('%s open nothing', async (_, bad) => {
    const failure = cognitoAccessTokens(settings(endpoint)).verify(bad);
    await expect(failure).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('are not refused but put off while the keys cannot be had', async () => {
    const failure = cognitoAccessTokens(settings('http://127.0.0.1:1')).verify(token());
    await expect(failure).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
