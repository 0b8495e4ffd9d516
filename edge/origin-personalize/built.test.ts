import type {
  CloudFrontRequest,
  CloudFrontRequestEvent,
  CloudFrontResultResponse,
} from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltEdge, builtEdge } from '../testing/built';
import { lambdaEvent } from '../testing/events';
import { countedBy, takeOutput } from '../testing/output';

let edge: BuiltEdge;
let personalize: (event: CloudFrontRequestEvent) => Promise<CloudFrontRequest>;

beforeAll(async () => {
  edge = await builtEdge({ issuer: 'https://i.test', userPoolClientId: 'c', jwksUrl: 'http://x' });
  personalize = await edge.lambdaOf('origin-personalize');
});
afterAll(() => edge.remove());

const PLACE = {
  'cloudfront-viewer-country': 'FR',
  'cloudfront-viewer-city': 'Paris',
  'cloudfront-viewer-latitude': '48.85',
};

const output = takeOutput();

describe('the built origin-personalize', () => {
  it('tells a page that may be cached its market and nothing about one viewer', async () => {
    const headers = { 'x-market': 'de', ...PLACE };
    const request = await personalize(lambdaEvent({ path: '/search', headers }));
    expect(
      Object.fromEntries(Object.entries(request.headers).map(([k, v]) => [k, v[0]?.value])),
    ).toEqual({ 'x-market': 'de', 'x-market-locale': 'de-DE', 'x-market-currency': 'EUR' });
  });

  it('gives a protected page the market of the country and keeps the place', async () => {
    const request = await personalize(lambdaEvent({ path: '/bookings', headers: PLACE }));
    expect(request.headers['x-market']?.[0]?.value).toBe('fr');
    expect(request.headers['cloudfront-viewer-city']?.[0]?.value).toBe('Paris');
  });

  it("lets the visitor's own choice win on a protected page", async () => {
    const headers = { ...PLACE, cookie: 'a=b; em_market=jp' };
    const request = await personalize(lambdaEvent({ path: '/bookings', headers }));
    expect(request.headers['x-market']?.[0]?.value).toBe('jp');
    expect(request.headers['x-market-currency']?.[0]?.value).toBe('JPY');
  });

  const custom = {
    customHeaders: { 'x-origin-verify': [{ key: 'x-origin-verify', value: 'secret' }] },
    domainName: 'shell.internal',
    keepaliveTimeout: 5,
    path: '',
    port: 443,
    protocol: 'https' as const,
    readTimeout: 30,
    sslProtocols: ['TLSv1.2' as const],
  };
  const toOrigin = (headers: Record<string, string>) => {
    const event = lambdaEvent({ path: '/bookings', headers });
    Object.assign(event.Records[0]?.cf.request ?? {}, { origin: { custom } });
    return personalize(event);
  };

  it('leaves the origin and its secret header as the distribution has them', async () => {
    expect((await toOrigin({})).origin).toEqual({ custom });
    expect(output()).toEqual([]);
  });

  it("addresses the origin by its own name and passes the viewer's on", async () => {
    const { headers } = await toOrigin({ host: 'market.example' });
    expect(headers.host?.[0]?.value).toBe('shell.internal');
    expect(headers['x-forwarded-host']?.[0]?.value).toBe('market.example');
  });

  it('answers itself, as an error that is counted, when the shell could not be had', async () => {
    const event = lambdaEvent({ path: '/p/studio', headers: { 'x-market': 'de' } });
    const s3 = { domainName: 'b.s3.amazonaws.com', path: '', region: '', authMethod: 'none' };
    Object.assign(event.Records[0]?.cf.request ?? {}, { origin: { s3 } });
    const answer = (await personalize(event)) as CloudFrontRequest & CloudFrontResultResponse;
    expect(output().map(countedBy)).toEqual([
      { names: ['EdgeDecision'], decision: 'shell-unreachable', EdgeDecision: 1 },
    ]);
    expect(answer.status).toBe('503');
    expect(answer.body).toContain('<html lang="de">');
    expect(answer.headers['retry-after']?.[0]?.value).toBe('30');
    expect(answer.headers['cache-control']?.[0]?.value).toBe('no-store');
    expect(answer.body).toContain('<h1>Wir sind gerade nicht erreichbar</h1>');
  });

  it('names no viewer host where none is forwarded', async () => {
    const { headers } = await toOrigin({ host: 'shell.internal' });
    expect(headers).not.toHaveProperty('x-forwarded-host');
  });
});
