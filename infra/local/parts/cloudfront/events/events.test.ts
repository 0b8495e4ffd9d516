import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { EdgeEvent, OriginRequestPolicy, ViewerEvent } from '../config/types';
import {
  aBehavior,
  aTestEdge,
  CACHE_POLICY,
  NO_CACHING,
  resultOf,
  type TestEdge,
} from '../testing';

let edge: TestEdge;
const dirs: string[] = [];
afterEach(async () => {
  await edge.stop();
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
});

const EVERYTHING: OriginRequestPolicy = {
  headers: { kind: 'all' },
  cloudfrontHeaders: ['cloudfront-viewer-country', 'cloudfront-viewer-city'],
  cookies: { kind: 'all' },
  query: { kind: 'all' },
};

/** An origin that tells what reached it. */
const mirror: RequestListener = (message, response) => {
  response.setHeader('cache-control', 'max-age=60');
  response.end(JSON.stringify({ url: message.url, headers: message.headers }));
};

/** Runs code as a CloudFront Function on an event, in front of an origin. */
function withFunction(event: ViewerEvent, code: string, origin: RequestListener = mirror) {
  const arn = 'arn:aws:cloudfront::111111111111:function/test';
  const storeArn = 'arn:aws:cloudfront::111111111111:key-value-store/test';
  return aTestEdge(origin, {
    behaviors: [aBehavior({ functions: { [event]: arn }, originRequestPolicy: EVERYTHING })],
    functions: [{ arn, name: 'test', code, storeArn }],
    stores: [{ arn: storeArn, name: 'test' }],
  });
}

/** Runs code as a Lambda@Edge function on an event, in front of an origin. */
function withLambda(event: EdgeEvent, code: string, origin: RequestListener = mirror) {
  const codeDir = mkdtempSync(path.join(tmpdir(), 'lambda-'));
  dirs.push(codeDir);
  writeFileSync(
    path.join(codeDir, 'index.cjs'),
    `exports.handler = async (event) => {
    const { request, response, config } = event.Records[0].cf; ${code} };`,
  );
  const arn = 'arn:aws:lambda:us-east-1:111111111111:function:test:1';
  const behavior = { lambdas: { [event]: arn }, originRequestPolicy: EVERYTHING };
  return aTestEdge(origin, {
    behaviors: [aBehavior(behavior)],
    lambdas: [{ arn, name: 'test', codeDir, handler: 'index.handler' }],
  });
}

async function reached(target: string, headers: Record<string, string> = {}) {
  const response = await edge.get(target, { headers });
  return (await response.json()) as { url: string; headers: Record<string, string> };
}

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
    const { url, headers } = await reached('/old?x=1', {
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
    expect((await reached('/')).headers['x-value']).toBe('missing');
    const [store] = edge.part.stores;
    store?.update({ puts: [{ key: 'slice/a', value: 'r1' }], deletes: [] }, store.etag);
    expect((await reached('/')).headers['x-value']).toBe('r1');
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

describe('Lambda@Edge', () => {
  it('at viewer-request sees no place, whatever the viewer claims', async () => {
    edge = await withLambda(
      'viewer-request',
      `request.headers['x-seen'] = [{ key: 'X-Seen', value: Object.keys(request.headers).sort().join() }];
      return request;`,
    );
    const { headers } = await reached('/', {
      'cloudfront-viewer-country': 'XX',
      'x-edge-secret': '1',
      'x-local-viewer': 'country=FR',
    });
    expect(headers['x-seen']).not.toMatch(/cloudfront|x-edge|x-local-viewer/);
    expect(headers['cloudfront-viewer-country']).toBe('FR');
    expect(headers['x-local-viewer']).toBeUndefined();
  });

  it('at viewer-request answers itself, with headers as it writes them', async () => {
    edge = await withLambda(
      'viewer-request',
      `return { status: '401', headers: { 'content-type': [{ key: 'Content-Type', value: 'application/problem+json' }] }, body: '{}' };`,
    );
    const answer = await edge.get('/');
    expect([answer.status, await answer.text()]).toEqual([401, '{}']);
    expect(resultOf(answer)).toBe('LambdaGeneratedResponse');
  });

  it('at origin-request runs on misses only and may answer up to 1 MB', async () => {
    edge = await withLambda(
      'origin-request',
      `global.__calls = (global.__calls ?? 0) + 1;
      return { status: '200', headers: { 'cache-control': [{ value: 'max-age=60' }] }, body: 'x'.repeat(500000) };`,
    );
    expect(resultOf(await edge.get('/'))).toBe('LambdaGeneratedResponse');
    const again = await edge.get('/');
    expect([resultOf(again), (await again.text()).length]).toEqual(['Hit', 500_000]);
    expect(edge.seen).toHaveLength(0);
  });

  it('at origin-request changes host and path of the origin', async () => {
    edge = await withLambda(
      'origin-request',
      `request.origin.custom.path = '/v2';
      request.headers.host = [{ key: 'Host', value: request.origin.custom.domainName }];
      return request;`,
    );
    const { url, headers } = await reached('/a?b=1');
    expect([url, headers.host]).toEqual(['/v2/a?b=1', 'shell.internal']);
  });

  it('at origin-response decides about caching', async () => {
    edge = await withLambda(
      'origin-response',
      `const wish = response.headers['x-page-cache-control'];
      response.headers['cache-control'] = [{ key: 'Cache-Control', value: wish[0].value }];
      delete response.headers['x-page-cache-control'];
      return response;`,
      (_message, response) => {
        response.setHeader('x-page-cache-control', 'public, max-age=60');
        response.setHeader('cache-control', 'no-store');
        response.end('page');
      },
    );
    const first = await edge.get('/');
    expect(first.headers.get('x-page-cache-control')).toBeNull();
    expect(await first.text()).toBe('page');
    expect(resultOf(await edge.get('/'))).toBe('Hit');
  });

  it('at origin-response never sees x-edge-…, as in AWS', async () => {
    edge = await withLambda(
      'origin-response',
      `response.headers['x-names'] = [{ value: Object.keys(response.headers).join() }];
      return response;`,
      (_message, response) => {
        response.setHeader('x-edge-cache-control', 'max-age=60');
        response.end();
      },
    );
    const answer = await edge.get('/');
    expect(answer.headers.get('x-names')).not.toContain('x-edge');
    expect(answer.headers.get('x-edge-cache-control')).toBe('max-age=60');
  });

  it.each<[string, EdgeEvent, string, number]>([
    ['throws', 'viewer-request', 'throw new Error("oh");', 503],
    ['returns nothing', 'viewer-request', 'return null;', 502],
    ['changes the method', 'origin-request', 'request.method = "POST"; return request;', 502],
    [
      'changes a read-only header',
      'viewer-request',
      'request.headers.host = [{ value: "x" }]; return request;',
      502,
    ],
    [
      'adds a hidden header',
      'origin-response',
      'response.headers["x-cache"] = [{ value: "x" }]; return response;',
      502,
    ],
    [
      'writes header names in capitals',
      'viewer-request',
      'request.headers["X-A"] = [{ value: "x" }]; return request;',
      502,
    ],
    [
      'writes headers that are no lists',
      'viewer-request',
      'request.headers["x-a"] = "x"; return request;',
      502,
    ],
    [
      'answers with over 40 KB for a viewer',
      'viewer-request',
      'return { status: "200", body: "x".repeat(41000) };',
      502,
    ],
    [
      'answers with over 1 MB',
      'origin-request',
      'return { status: "200", body: "x".repeat(1100000) };',
      502,
    ],
    ['answers with a strange status', 'viewer-request', 'return { status: "abc" };', 502],
  ])('that %s gets a page of ours', async (_what, event, code, status) => {
    edge = await withLambda(event, code);
    const answer = await edge.get('/');
    expect(answer.status).toBe(status);
    expect(resultOf(answer)).toMatch(/^Lambda(?:Validation|Execution)Error$/);
  });
});

describe('what reaches the origin', () => {
  it('is only what the policies name', async () => {
    edge = await aTestEdge(mirror, { behaviors: [aBehavior({ cachePolicy: CACHE_POLICY })] });
    const { headers } = await reached('/', {
      authorization: 'x',
      cookie: 'a=1',
      referer: 'y',
      'accept-encoding': 'gzip, deflate, br',
    });
    expect(Object.keys(headers).sort()).toEqual([
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
      'via',
      'x-amz-cf-id',
      'x-forwarded-for',
    ]);
    expect(headers['accept-encoding']).toBe('br,gzip');
    expect(headers.host).toBe('shell.internal');
    expect(headers['user-agent']).toBe('Amazon CloudFront');
  });

  it('may be everything but the host', async () => {
    const originRequestPolicy: OriginRequestPolicy = {
      ...EVERYTHING,
      headers: { kind: 'except', names: ['host'] },
    };
    edge = await aTestEdge(mirror, {
      behaviors: [aBehavior({ cachePolicy: NO_CACHING, originRequestPolicy })],
    });
    const { headers, url } = await reached('/x?y=%20z', { authorization: 'x', cookie: 'a=1' });
    expect(headers).toMatchObject({ authorization: 'x', cookie: 'a=1', host: 'shell.internal' });
    expect(url).toBe('/x?y=%20z');
  });

  it('has the body and its type', async () => {
    edge = await aTestEdge((message, response) => {
      message.pipe(response.writeHead(201, { 'x-type': message.headers['content-type'] }));
    });
    const headers = { 'content-type': 'application/json' };
    const answer = await edge.get('/', { method: 'POST', body: '{"a":1}', headers });
    expect([answer.status, answer.headers.get('x-type'), await answer.text()]).toEqual([
      201,
      'application/json',
      '{"a":1}',
    ]);
  });
});
