import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EDGE_METRICS } from '@marketplace/services/domain/metrics';
import type {
  CloudFrontRequest,
  CloudFrontRequestEvent,
  CloudFrontResultResponse,
} from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltEdge, builtEdge } from '../testing/built';
import { lambdaEvent } from '../testing/events';
import { countedBy, takeOutput } from '../testing/output';
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

const output = takeOutput();
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

describe('what the built viewer-auth counts', () => {
  const counted = () => output().map(countedBy);
  const decided = (decision: string) => ({ names: ['EdgeDecision'], decision, EdgeDecision: 1 });
  const refused = (decision: string, reason: string) => ({
    ...decided(decision),
    names: ['EdgeDecision', 'TokenRefused'],
    reason,
    TokenRefused: 1,
  });
  const visit = (path: string, cookie = '', query = '') =>
    auth(lambdaEvent({ path, query, headers: { cookie } }));
  const access = (token: string) => `__Host-em_access=${token}`;
  const expired = () => aToken(current, accessClaims(now(), { exp: 1_700_000_000 }));
  const unknown = () => aToken(foreign, accessClaims(now()), { kid: 'nobody' });

  const CASES: [string, () => Promise<unknown>, object][] = [
    ['no token for a page', () => visit('/bookings'), decided('sign-in')],
    ['no token for data', () => visit('/api/provider/profile'), decided('unauthenticated')],
    ['another group', () => visit('/portal', access(good())), decided('forbidden')],
    ['a path of two meanings', () => visit('/bookings/a%2fb'), decided('path-unreadable')],
    [
      'an old token and one to renew it',
      () => visit('/bookings', `${access(expired())}; __Host-em_refresh=r`),
      refused('refresh', 'expired'),
    ],
    [
      'a key of nobody',
      () => visit('/bookings', access(unknown())),
      refused('sign-in', 'key-unknown'),
    ],
    [
      'a forged token',
      () => visit('/bookings', access(aToken(foreign, accessClaims(now())))),
      refused('sign-in', 'invalid'),
    ],
  ];

  it.each(CASES)('with %s is one line', async (_what, ask, line) => {
    await ask();
    expect(counted()).toEqual([line]);
  });

  it('is nothing for those it lets in', async () => {
    await visit('/bookings', access(good()));
    await visit('/api/provider/openapi.json', access('rubbish'));
    expect(output()).toEqual([]);
  });

  it('is every value that the catalogue has of it', () => {
    const lines = CASES.map(([, , line]) => line as Record<string, unknown>);
    for (const { dimension, values } of Object.values(EDGE_METRICS)) {
      const own = Object.entries(values).filter(([, { by }]) => by === 'viewer-auth');
      const said = new Set(lines.flatMap((line) => line[dimension] ?? []));
      expect(said).toEqual(new Set(own.map(([value]) => value)));
    }
  });

  it('is the same whoever it is, wherever to and whatever they bring', async () => {
    const email = 'ada.lovelace@example.test';
    const claims = accessClaims(now(), { username: email, email, name: 'Ada', exp: 1_700_000_000 });
    await visit(
      `/bookings/${email}`,
      `${access(aToken(current, claims))}; __Host-em_id=${email}`,
      `mail=${email}&name=Ada`,
    );
    await visit('/bookings', access(expired()));
    const [hers, anybodys] = output().map((line) => line.replace(/"Timestamp":\d+/, ''));
    expect(hers).toContain('"expired"');
    expect(hers).toBe(anybodys);
  });
});
