import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cognitoAccessTokens } from './access-token';

/** The forgeries that the edge is tried with, for who comes past the edge. */
const POOL = 'eu-west-1_LocalPool1';
const CLIENT = 'client';
const ISSUER = `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`;
const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...ours.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' };

type Json = Record<string, unknown>;
const part = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = () => Math.floor(Date.now() / 1000);

const claims = (changes: Json = {}): Json => ({
  sub: 'ada',
  iss: ISSUER,
  client_id: CLIENT,
  token_use: 'access',
  iat: seconds(),
  exp: seconds() + 60,
  ...changes,
});

function token(changes: Json = {}, header: Json = {}, key: KeyObject = ours.privateKey): string {
  const text = `${part({ alg: 'RS256', kid: 'k1', ...header })}.${part(claims(changes))}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

const forged = (header: Json = {}) => token({}, header, foreign.privateKey);

function withPublicKeyAsSecret(): string {
  const text = `${part({ alg: 'HS256', kid: 'k1' })}.${part(claims())}`;
  const secret = ours.publicKey.export({ type: 'spki', format: 'pem' });
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

let server: Server;
let tokens: ReturnType<typeof cognitoAccessTokens>;
beforeAll(async () => {
  server = createServer((_request, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  tokens = cognitoAccessTokens({
    USER_POOL_ID: POOL,
    USER_POOL_CLIENT_ID: CLIENT,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: `http://127.0.0.1:${port}`,
  });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('past the edge, a service', () => {
  it('lets a good token in', async () => {
    expect(await tokens.verify(token())).toMatchObject({ userId: 'ada' });
  });

  it.each<[string, () => string]>([
    ['another key under our key id', () => forged()],
    ['alg none', () => `${part({ alg: 'none', kid: 'k1' })}.${part(claims())}.`],
    ['alg none with a signature', () => token({}, { alg: 'none' })],
    ['HS256 with the public key', withPublicKeyAsSecret],
    ['RS512 claimed', () => token({}, { alg: 'RS512' })],
    ['an unknown key id', () => forged({ kid: 'nobody' })],
    ['a path as key id', () => forged({ kid: '../../etc/passwd' })],
    ['a URL as key id', () => forged({ kid: 'https://evil.test/jwks' })],
    [
      'its own key in the header',
      () => forged({ jwk: foreign.publicKey.export({ format: 'jwk' }) }),
    ],
    ['its own keys by address', () => forged({ jku: 'https://evil.test/jwks' })],
    ['no key id', () => token({}, { kid: undefined })],
    ['another pool', () => token({ iss: `${ISSUER}x` })],
    ['no issuer', () => token({ iss: undefined })],
    ['another client', () => token({ client_id: 'other' })],
    ['our client as audience only', () => token({ client_id: undefined, aud: CLIENT })],
    ['an id token', () => token({ token_use: 'id', aud: CLIENT })],
    ['no token use', () => token({ token_use: undefined })],
    ['expired by a second', () => token({ exp: seconds() - 1 })],
    ['no expiry', () => token({ exp: undefined })],
    ['an expiry that is text', () => token({ exp: '9999999999' })],
    ['not yet valid', () => token({ nbf: seconds() + 60 })],
    ['no subject', () => token({ sub: undefined })],
    ['truncated', () => token().slice(0, -10)],
    ['without signature', () => token().replace(/\.[^.]+$/, '.')],
    ['changed claims', () => token().replace(/\.([^.]+)\./, (_, body) => `.${body}A.`)],
    ['100 kB', () => `${token()}${'A'.repeat(100_000)}`],
    ['rubbish', () => 'a.b.c'],
    ['nothing', () => ''],
  ])('refuses a token with %s', async (_name, bad) => {
    await expect(tokens.verify(bad())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
