import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  CloudFrontRequest,
  CloudFrontRequestEvent,
  CloudFrontResultResponse,
} from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltEdge, builtEdge } from '../testing/built';
import { lambdaEvent } from '../testing/events';
import {
  accessClaims,
  aKey,
  aToken,
  CLIENT,
  hmacToken,
  ISSUER,
  unsignedToken,
} from '../testing/tokens';

type Answer = CloudFrontRequest & CloudFrontResultResponse;

const current = aKey('key-1');
const rotated = aKey('key-2');
const foreign = { ...aKey('key-1') };
let keyServer: Server;
let fetches = 0;
let edge: BuiltEdge;
let auth: (event: CloudFrontRequestEvent) => Promise<Answer>;

beforeAll(async () => {
  keyServer = createServer((_request, response) => {
    fetches += 1;
    response.end(JSON.stringify({ keys: [current.jwk, rotated.jwk] }));
  });
  await new Promise<void>((done) => keyServer.listen(0, '127.0.0.1', done));
  const { port } = keyServer.address() as AddressInfo;
  edge = await builtEdge({
    issuer: ISSUER,
    userPoolClientId: CLIENT,
    jwksUrl: `http://127.0.0.1:${port}/`,
    jwks: { keys: [current.jwk] },
  });
  auth = await edge.lambdaOf('viewer-auth');
});
afterAll(async () => {
  keyServer.close();
  await edge.remove();
});

const now = () => Date.now();
const good = () => aToken(current, accessClaims(now()));
const api = (token: string) =>
  auth(
    lambdaEvent({ path: '/api/provider/profile', headers: { authorization: `Bearer ${token}` } }),
  );
const page = (token: string) =>
  auth(lambdaEvent({ path: '/bookings', headers: { cookie: `__Host-em_access=${token}` } }));

describe('the built viewer-auth', () => {
  it('lets a good token pass, from the cookie and as a bearer', async () => {
    expect((await page(good())).uri).toBe('/bookings');
    const provider = aToken(current, accessClaims(now(), { 'cognito:groups': ['provider'] }));
    expect((await api(provider)).uri).toBe('/api/provider/profile');
  });

  const claims = (changes: Record<string, unknown>) => accessClaims(now(), changes);
  const seconds = () => Math.floor(now() / 1000);
  it.each<[string, () => string]>([
    ['another key under our key id', () => aToken(foreign, claims({}))],
    ['alg none', () => unsignedToken(claims({}), 'key-1')],
    ['alg none with a signature', () => aToken(current, claims({}), { alg: 'none' })],
    ['HS256 with the public key', () => hmacToken(current, claims({}))],
    ['RS512 claimed', () => aToken(current, claims({}), { alg: 'RS512' })],
    ['an unknown key id', () => aToken(foreign, claims({}), { kid: 'nobody' })],
    ['a path as key id', () => aToken(foreign, claims({}), { kid: '../../etc/passwd' })],
    ['a URL as key id', () => aToken(foreign, claims({}), { kid: 'https://evil.test/jwks' })],
    ['its own key in the header', () => aToken(foreign, claims({}), { jwk: foreign.jwk })],
    ['no key id', () => aToken(current, claims({}), { kid: undefined })],
    ['another pool', () => aToken(current, claims({ iss: `${ISSUER}x` }))],
    ['no issuer', () => aToken(current, claims({ iss: undefined }))],
    ['another client', () => aToken(current, claims({ client_id: 'other' }))],
    [
      'our client as audience only',
      () => aToken(current, claims({ client_id: undefined, aud: CLIENT })),
    ],
    ['an id token', () => aToken(current, claims({ token_use: 'id', aud: CLIENT }))],
    ['no token use', () => aToken(current, claims({ token_use: undefined }))],
    ['expired by a second', () => aToken(current, claims({ exp: seconds() - 1 }))],
    ['no expiry', () => aToken(current, claims({ exp: undefined }))],
    ['an expiry that is text', () => aToken(current, claims({ exp: '9999999999' }))],
    ['not yet valid', () => aToken(current, claims({ nbf: seconds() + 60 }))],
    ['no subject', () => aToken(current, claims({ sub: undefined }))],
    ['truncated', () => good().slice(0, -10)],
    ['without signature', () => good().replace(/\.[^.]+$/, '.')],
    ['changed claims', () => good().replace(/\.([^.]+)\./, (_, body) => `.${body}A.`)],
    ['100 kB', () => `${good()}${'A'.repeat(100_000)}`],
    ['rubbish', () => 'a.b.c'],
    ['nothing', () => ''],
  ])('refuses a token with %s', async (_name, token) => {
    const refused = await page(token());
    expect(refused.status).toBe('302');
    expect(refused.headers.location?.[0]?.value).toBe('/auth/sign-in?next=%2Fbookings');
    const problem = await api(token());
    expect(problem.status).toBe('401');
    expect(problem.headers['content-type']?.[0]?.value).toBe('application/problem+json');
    expect(JSON.parse(problem.body ?? '')).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('asks for new keys at most once while strangers invent key ids', () => {
    expect(fetches).toBe(1);
  });

  it('knows rotated keys after that', async () => {
    expect((await page(aToken(rotated, accessClaims(now())))).uri).toBe('/bookings');
  });

  it('shows a customer a page, not the portal', async () => {
    const answer = await auth(
      lambdaEvent({ path: '/portal', headers: { cookie: `__Host-em_access=${good()}` } }),
    );
    expect(answer.status).toBe('403');
    expect(answer.headers['cache-control']?.[0]?.value).toBe('no-store');
    expect(answer.body).toContain('<html lang="en">');
  });

  it('speaks the language of the market that the visitor chose', async () => {
    const cookie = `__Host-em_access=${good()}; em_market=ch`;
    const answer = await auth(lambdaEvent({ path: '/portal', headers: { cookie } }));
    expect(answer.body).toContain('<html lang="de">');
    expect(answer.body).toContain('Diese Seite ist für Anbieter');
  });

  it.each([
    'x-user-id',
    'x-user-groups',
    'x-market',
    'x-mf-releases',
    'x-forwarded-for',
    'x-middleware-subrequest',
    'x-origin-verify',
    'cloudfront-viewer-country',
    'cloudfront-viewer-address',
  ])('does not let %s through from a viewer', async (name) => {
    const headers = { [name]: 'forged', cookie: `__Host-em_access=${good()}` };
    const answer = await auth(lambdaEvent({ path: '/bookings', headers }));
    expect(answer.uri).toBe('/bookings');
    expect(answer.headers).not.toHaveProperty(name);
  });

  it('stays within 20 KB', () => {
    const size = edge.files.find(({ name }) => name === 'viewer-auth/index.cjs')?.bytes ?? 0;
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(20 * 1024);
  });
});
