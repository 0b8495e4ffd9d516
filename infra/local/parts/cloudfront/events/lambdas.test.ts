import { afterEach, describe, expect, it } from 'vitest';
import type { EdgeEvent } from '../config/types';
import { resultOf, type TestEdge } from '../testing';
import { reached, withLambda } from './testing';

let edge: TestEdge;
afterEach(() => edge.stop());

describe('Lambda@Edge', () => {
  it('at viewer-request sees no place, whatever the viewer claims', async () => {
    edge = await withLambda(
      'viewer-request',
      `request.headers['x-seen'] = [{ key: 'X-Seen', value: Object.keys(request.headers).sort().join() }];
      return request;`,
    );
    const { headers } = await reached(edge, '/', {
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
    const { url, headers } = await reached(edge, '/a?b=1');
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

  it('says what it says in the log, line by line and as it wrote it', async () => {
    edge = await withLambda(
      'viewer-request',
      `process.stdout.write('{"a":'); process.stdout.write('1}\\nplain\\n');
      console.log('at %s', request.uri); console.warn('careful'); return request;`,
    );
    await edge.get('/page');
    expect(edge.logged()).toEqual(['{"a":1}', 'plain', 'at /page', 'careful']);
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
