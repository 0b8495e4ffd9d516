import { afterEach, describe, expect, it } from 'vitest';
import type { OriginRequestPolicy } from '../config/types';
import { EVERYTHING, mirror, reached } from '../events/testing';
import { aBehavior, aTestEdge, CACHE_POLICY, NO_CACHING, type TestEdge } from '../testing';

let edge: TestEdge;
afterEach(() => edge.stop());

describe('what reaches the origin', () => {
  it('is only what the policies name', async () => {
    edge = await aTestEdge(mirror, { behaviors: [aBehavior({ cachePolicy: CACHE_POLICY })] });
    const { headers } = await reached(edge, '/', {
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
    const { headers, url } = await reached(edge, '/x?y=%20z', {
      authorization: 'x',
      cookie: 'a=1',
    });
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
