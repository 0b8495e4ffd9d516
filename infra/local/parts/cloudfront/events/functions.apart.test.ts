import { afterEach, describe, expect, it } from 'vitest';
import { resultOf, type TestEdge } from '../testing';
import { reached, withFunction } from './testing';

let edge: TestEdge;
afterEach(() => edge.stop());

describe('CloudFront Functions', () => {
  it('change path, query, headers and cookies of the request', async () => {
    edge = await withFunction(
      'viewer-request',
      `function handler(event) {
        const r = event.request;
        r.uri = '/new';
        r.querystring = { b: { value: '2' }, a: { value: '1', multiValue: [{ value: '1' }, { value: '3' }] } };
        r.headers['x-country'] = r.headers['cloudfront-viewer-country'];
        delete r.headers['x-gone'];
        r.cookies.added = { value: event.viewer.ip };
        return r;
      }`,
    );
    const { url, headers } = await reached(edge, '/old?x=1', {
      'x-gone': '1',
      cookie: 'kept=1; other=2',
      'x-local-viewer': 'country=de; ip=203.0.113.9',
    });
    expect(url).toBe('/new?b=2&a=1&a=3');
    expect(headers['x-country']).toBe('DE');
    expect(headers['x-gone']).toBeUndefined();
    expect(headers.cookie).toBe('kept=1; other=2; added=203.0.113.9');
  });

  it('read the KeyValueStore, and see a write at once', async () => {
    edge = await withFunction(
      'viewer-request',
      `import cf from 'cloudfront';
      const store = cf.kvs();
      async function handler(event) {
        let value = 'none';
        try { value = await store.get('slice/a'); } catch (e) { value = 'missing'; }
        event.request.headers['x-value'] = { value };
        event.request.uri = '/' + value;
        return event.request;
      }`,
    );
    expect((await reached(edge, '/')).headers['x-value']).toBe('missing');
    const [store] = edge.part.stores;
    store?.update({ puts: [{ key: 'slice/a', value: 'r1' }], deletes: [] }, store.etag);
    expect((await reached(edge, '/')).headers['x-value']).toBe('r1');
  });

  it('answer themselves', async () => {
    edge = await withFunction(
      'viewer-request',
      `function handler() {
        return { statusCode: 302, headers: { location: { value: '/there' } }, cookies: { a: { value: '1', attributes: 'Path=/' } } };
      }`,
    );
    const answer = await edge.get('/');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/there']);
    expect(answer.headers.get('set-cookie')).toBe('a=1; Path=/');
    expect(resultOf(answer)).toBe('FunctionGeneratedResponse');
    expect(edge.seen).toHaveLength(0);
  });

  it('set cookies on cached answers without caching the cookie', async () => {
    edge = await withFunction(
      'viewer-response',
      `function handler(event) {
        const r = event.response;
        if (!event.request.cookies.mfb) r.cookies = { mfb: { value: '7', attributes: 'Path=/' } };
        return r;
      }`,
    );
    expect((await edge.get('/')).headers.get('set-cookie')).toBe('mfb=7; Path=/');
    const again = await edge.get('/', { headers: { cookie: 'mfb=7' } });
    expect([resultOf(again), again.headers.get('set-cookie')]).toEqual(['Hit', null]);
  });

  it('do not run for errors at viewer-response', async () => {
    edge = await withFunction(
      'viewer-response',
      'function handler() { throw 1; }',
      (_m, response) => response.writeHead(404).end(),
    );
    expect((await edge.get('/')).status).toBe(404);
  });

  it.each([
    ['throws', 'function handler() { throw new Error("oh"); }', 503],
    ['never ends', 'function handler() { for (;;) {} }', 503],
    ['never ends after waiting', 'async function handler() { await null; for (;;) {} }', 503],
    ['waits for ever', 'async function handler() { await new Promise(() => {}); }', 503],
    ['uses Node', 'function handler(e) { process.exit(1); return e.request; }', 503],
    [
      'makes code from text',
      'function handler(e) { new Function("return 1")(); return e.request; }',
      503,
    ],
    ['returns nothing', 'function handler() {}', 502],
    ['returns rubbish', 'function handler() { return { uri: "x" }; }', 502],
    [
      'changes the host',
      'function handler(e) { e.request.headers.host = { value: "x" }; return e.request; }',
      502,
    ],
    [
      'adds a hidden header',
      'function handler(e) { e.request.headers["x-edge-a"] = { value: "x" }; return e.request; }',
      502,
    ],
    [
      'splits a header',
      'function handler(e) { e.request.headers["x-a"] = { value: "a\\r\\nb: c" }; return e.request; }',
      502,
    ],
  ])('that %s gets a page of ours', async (_what, code, status) => {
    edge = await withFunction('viewer-request', code);
    expect((await edge.get('/')).status).toBe(status);
    expect(edge.seen).toHaveLength(0);
  });
});
