import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  FunctionRequest,
  FunctionResponse,
  ViewerRequestEvent,
  ViewerResponseEvent,
} from '../shared/function-event';
import { type BuiltEdge, builtEdge } from '../testing/built';
import { functionEvent } from '../testing/events';

const STORE = {
  'slice/mf-catalog': '{"live":"c1","canary":"c2","share":50}',
  'slice/mf-booking': '{"live":"b1"}',
  'slice/mf-provider-portal': 'broken',
};

let edge: BuiltEdge;
let route: (event: ViewerRequestEvent) => Promise<FunctionRequest & FunctionResponse>;
let remember: (event: ViewerResponseEvent) => Promise<FunctionResponse>;

beforeAll(async () => {
  edge = await builtEdge({ issuer: 'https://i.test', userPoolClientId: 'c', jwksUrl: 'http://x' });
  route = await edge.functionOf('viewer-router', STORE);
  remember = await edge.functionOf('viewer-bucket');
});
afterAll(() => edge.remove());

describe('the built viewer-router', () => {
  it('routes a page without any Node global', async () => {
    const event = functionEvent({
      path: '/us/search',
      query: 'utm_source=x&sort=price&q=massage&category=a&category=b',
      headers: { cookie: 'mfb=7', 'cloudfront-viewer-country': 'DE', accept: '*/*' },
    });
    const request = await route(event);
    expect(request.uri).toBe('/search');
    expect(Object.keys(request.querystring)).toEqual(['category', 'q', 'sort']);
    expect(request.querystring.category?.multiValue).toHaveLength(2);
    expect(request.headers['x-market']).toEqual({ value: 'us' });
    expect(request.headers['x-mf-releases']).toEqual({ value: 'mf-booking=b1,mf-catalog=c2' });
    expect(request.headers['cloudfront-viewer-country']).toEqual({ value: 'DE' });
    expect(request.headers.accept).toEqual({ value: '*/*' });
  });

  it.each([
    'x-market',
    'x-market-locale',
    'x-near-place',
    'x-mf-releases',
    'x-mf-preview',
    'x-user-id',
    'x-user-groups',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-middleware-subrequest',
    'x-middleware-prefetch',
    'x-edge-cache-control',
    'x-page-cache-control',
    'x-origin-verify',
    'x-original-url',
    'x-rewrite-url',
    'x-invoke-path',
    'x-local-viewer',
    'forwarded',
  ])('does not let %s through from a viewer', async (name) => {
    const request = await route(functionEvent({ path: '/', headers: { [name]: 'forged' } }));
    expect(request.headers[name]?.value).not.toBe('forged');
  });

  it('keeps a visitor in one bucket, with and without the cookie it was given', async () => {
    const visitor = functionEvent({ path: '/', headers: { 'user-agent': 'Firefox' } });
    const answer = { statusCode: 200, headers: {} };
    const given = (await remember({ ...visitor, response: answer })).cookies?.mfb;
    expect(given?.attributes).toContain('Secure');
    const first = await route(visitor);
    const moved = functionEvent({
      path: '/',
      ip: '198.51.100.1',
      headers: { cookie: `mfb=${given?.value}` },
    });
    const second = await route(moved);
    expect(second.headers['x-mf-releases']).toEqual(first.headers['x-mf-releases']);
    const again = await remember({ ...moved, response: { statusCode: 200, headers: {} } });
    expect(again.cookies).toBeUndefined();
  });

  it('keeps the page of an override to the one who asked for it', async () => {
    const wish = `${'a'.repeat(40)}.${'b'.repeat(43)}`;
    const ask = (cookie: string, headers = {}) =>
      route(functionEvent({ path: '/search', headers: { cookie, ...headers } }));
    const mine = await ask(`__Host-em_slices=${wish}; __Host-em_access=mine`);
    expect(mine.headers['x-mf-override']).toEqual({ value: wish });
    expect(mine.headers['x-mf-session']).toEqual({ value: 'mine' });
    const nobody = await ask(`__Host-em_slices=${wish}`);
    expect(nobody.headers['x-mf-session']).toEqual({ value: 'none' });
    for (const other of [
      await ask('__Host-em_access=mine'),
      await ask('__Host-em_slices=anything', { 'x-mf-override': wish, 'x-mf-session': 'forged' }),
      await ask(`__Host-em_slices=${wish}x`),
    ]) {
      expect(other.headers['x-mf-override']).toBeUndefined();
      expect(other.headers['x-mf-session']).toBeUndefined();
    }
  });

  it('sends a disguised protected path to its lock, uncached', async () => {
    const answer = await route(functionEvent({ path: '/de/bookings' }));
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toEqual({ value: '/bookings' });
    expect(answer.headers['cache-control']).toEqual({ value: 'no-store' });
  });

  it('refuses an unreadable path of the API with a problem document', async () => {
    const answer = await route(functionEvent({ path: '/api/catalog/a%2fb' }));
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toEqual({ value: 'application/problem+json' });
    expect(JSON.parse(answer.body?.data ?? '')).toMatchObject({
      status: 400,
      code: 'PATH_UNREADABLE',
    });
  });

  it('answers when nothing was released yet', async () => {
    const empty = await edge.functionOf<ViewerRequestEvent, FunctionRequest>('viewer-router', {});
    const request = await empty(functionEvent({ path: '/' }));
    expect(request.headers['x-market']).toEqual({ value: 'row' });
    expect(request.headers['x-mf-releases']).toBeUndefined();
  });

  it('stays within 10 KB', () => {
    const size = edge.files.find(({ name }) => name === 'viewer-router.js')?.bytes ?? 0;
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(10 * 1024);
  });
});

describe('the built viewer-bucket', () => {
  it('ends an override that the shell refused, and says so to nobody', async () => {
    const event = functionEvent({ path: '/', headers: { cookie: 'mfb=1' } });
    const headers = { 'x-mf-override-refused': { value: '1' } };
    const answer = await remember({ ...event, response: { statusCode: 200, headers } });
    expect(answer.cookies?.['__Host-em_slices']).toEqual({
      value: '',
      attributes: expect.stringContaining('Max-Age=0'),
    });
    expect(answer.headers).not.toHaveProperty('x-mf-override-refused');
  });

  it.each([
    ['public, max-age=60, stale-while-revalidate=600', 'public, max-age=0, must-revalidate'],
    ['public, max-age=31536000, immutable', 'public, max-age=31536000, immutable'],
    ['no-store', 'no-store'],
  ])('tells the browser, of a page cached as %s: %s', async (cached, told) => {
    const event = functionEvent({ path: '/', headers: { cookie: 'mfb=1' } });
    const response = { statusCode: 200, headers: { 'cache-control': { value: cached } } };
    const answer = await remember({ ...event, response });
    expect(answer.headers['cache-control']).toEqual({ value: told });
  });
});
