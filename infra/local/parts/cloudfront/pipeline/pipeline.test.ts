import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it } from 'vitest';
import { localClient } from '../../../client';
import { aLog } from '../../../testing';
import { startS3 } from '../../s3/index';
import {
  aBehavior,
  anOrigin,
  aTestEdge,
  CACHE_POLICY,
  NO_CACHING,
  resultOf,
  type TestEdge,
} from '../testing';
import { normalizePath, patternOf } from './behaviors';

let edge: TestEdge;
afterEach(() => edge?.stop());

describe('behaviours', () => {
  it.each([
    ['/bookings*', '/bookings/1', true],
    ['/bookings*', '/bookings', true],
    ['/_next/data/*/portal.json', '/_next/data/b1/portal.json', true],
    ['/_next/data/*/portal.json', '/_next/data/b1/portalxjson', false],
    ['/a?c', '/abc', true],
    ['*', '/anything', true],
    ['/api/*', '/API/x', false],
  ])('%s for %s: %s', (pattern, target, fits) => {
    expect(patternOf(pattern).test(target)).toBe(fits);
  });

  it.each([
    ['/%62ookings', '/bookings'],
    ['/p/../bookings', '/bookings'],
    ['/p/%2e%2e/bookings', '/bookings'],
    ['/a%2fb', '/a%2Fb'],
    ['/a//b', '/a//b'],
    ['/a/.', '/a/'],
  ])('are chosen for %s as for %s', (sent, read) => expect(normalizePath(sent)).toBe(read));

  it('are tried in order, methods they do not allow are refused', async () => {
    edge = await aTestEdge((_message, response) => response.end('ok'), {
      behaviors: [
        aBehavior({ pattern: '/api/*', cachePolicy: NO_CACHING }),
        aBehavior({ methods: ['GET', 'HEAD'] }),
      ],
    });
    const post = { method: 'POST', body: 'x' };
    expect((await edge.get('/api/x', post)).status).toBe(200);
    const refused = await edge.get('/page', post);
    expect([refused.status, resultOf(refused)]).toEqual([403, 'Error']);
    expect(refused.headers.get('x-amz-cf-id')).toBeTruthy();
    expect(refused.headers.get('via')).toContain('CloudFront');
  });
});

describe('response headers', () => {
  it('are added, kept, overridden and removed as the policy says', async () => {
    const policy = {
      headers: [
        { name: 'x-frame-options', value: 'DENY', override: true },
        { name: 'content-security-policy', value: 'default', override: false },
      ],
      remove: ['x-powered-by'],
      cors: {
        allowOrigins: ['https://*.market.test'],
        allowMethods: ['GET'],
        allowHeaders: ['*'],
        exposeHeaders: ['etag'],
        allowCredentials: true,
        override: true,
      },
    };
    edge = await aTestEdge(
      (_message, response) => {
        response.setHeader('x-powered-by', 'Next');
        response.setHeader('x-frame-options', 'SAMEORIGIN');
        response.setHeader('content-security-policy', 'own');
        response.end();
      },
      { behaviors: [aBehavior({ responseHeadersPolicy: policy })] },
    );
    const { headers } = await edge.get('/', { headers: { origin: 'https://a.market.test' } });
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toBe('own');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBe('https://a.market.test');
    const other = await edge.get('/', { headers: { origin: 'https://evil.test' } });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('lose cookies where no cookie is forwarded', async () => {
    const all = { kind: 'all' } as const;
    const answer = { headers: all, cloudfrontHeaders: [], cookies: all, query: all };
    edge = await aTestEdge((_m, response) => response.setHeader('set-cookie', 'a=1').end(), {
      behaviors: [aBehavior({ pattern: '/own/*', originRequestPolicy: answer }), aBehavior()],
    });
    expect((await edge.get('/')).headers.get('set-cookie')).toBeNull();
    expect((await edge.get('/own/x')).headers.get('set-cookie')).toBe('a=1');
  });
});

describe('origins', () => {
  it('are addressed under their path with their own headers', async () => {
    const origin = { ...anOrigin('shell'), path: '/v1', customHeaders: { 'x-origin-verify': 's' } };
    edge = await aTestEdge(
      (message, response) => response.end(`${message.url} ${message.headers['x-origin-verify']}`),
      { origins: [origin], behaviors: [aBehavior()] },
    );
    expect(await (await edge.get('/api?a=1')).text()).toBe('/v1/api?a=1 s');
  });

  it('of a group stand in for one another, for reads only', async () => {
    edge = await aTestEdge(
      (_message, response) => response.end('second'),
      {
        behaviors: [aBehavior({ targetId: 'group', cachePolicy: NO_CACHING })],
        origins: [anOrigin('down'), anOrigin('shell')],
        originGroups: [{ id: 'group', memberIds: ['down', 'shell'], failoverStatuses: [503] }],
      },
      { origins: { down: 'http://127.0.0.1:1' } },
    );
    expect(await (await edge.get('/')).text()).toBe('second');
    expect((await edge.get('/', { method: 'POST', body: 'x' })).status).toBe(502);
  });

  it('may be buckets', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 's3-'));
    const s3 = await startS3({ port: 0, dir, buckets: [{ name: 'files' }], log: aLog().log });
    const client = new S3Client({ ...localClient(s3.url), forcePathStyle: true });
    const object = {
      Bucket: 'files',
      Key: '_mf/mf-catalog/r1/a b.js',
      Body: 'console.log(1)',
      ContentType: 'text/javascript',
      CacheControl: 'public, max-age=31536000, immutable',
    };
    await client.send(new PutObjectCommand(object));
    client.destroy();
    edge = await aTestEdge(
      () => undefined,
      {
        behaviors: [aBehavior({ targetId: 'files', cachePolicy: CACHE_POLICY })],
        origins: [{ ...anOrigin('files'), bucket: 'files' }],
      },
      { origins: { files: s3.url } },
    );
    const found = await edge.get('/_mf/mf-catalog/r1/a%20b.js');
    expect([found.status, await found.text()]).toEqual([200, 'console.log(1)']);
    expect(found.headers.get('content-type')).toBe('text/javascript');
    expect(found.headers.get('cache-control')).toContain('immutable');
    expect(resultOf(await edge.get('/_mf/mf-catalog/r1/a%20b.js'))).toBe('Hit');
    expect((await edge.get('/_mf/none.js')).status).toBe(404);
    await s3.stop();
    rmSync(dir, { recursive: true });
  });
});

describe('requests nobody should send', () => {
  /** Sends bytes as they are and gives the first line of the answer. */
  async function raw(text: string): Promise<string> {
    const { hostname, port } = new URL(edge.part.url);
    const socket = connect(Number(port), hostname);
    socket.write(text);
    const [data] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return data.toString().split('\r\n', 1)[0] ?? '';
  }

  it.each([
    ['is no HTTP', 'rubbish\r\n\r\n', 400],
    ['has two hosts', 'GET / HTTP/1.1\r\nhost: x\r\nhost: evil.test\r\n\r\n', 400],
    ['has no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['names another site', 'GET http://evil.test/ HTTP/1.1\r\nhost: x\r\n\r\n', 400],
    ['has bytes in its path', 'GET /\xff HTTP/1.1\r\nhost: x\r\n\r\n', 400],
    ['has a body on a read', 'GET / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\n\r\na', 403],
    [
      'has a header of 100 kB',
      `GET / HTTP/1.1\r\nhost: x\r\na: ${'a'.repeat(100_000)}\r\n\r\n`,
      400,
    ],
  ])('that %s are refused and the next is answered', async (_what, text, status) => {
    edge = await aTestEdge((_message, response) => response.end('ok'));
    expect(await raw(text)).toContain(` ${status} `);
    expect((await edge.get('/')).status).toBe(200);
  });

  it('that are very long are refused', async () => {
    edge = await aTestEdge((_message, response) => response.end('ok'));
    expect((await edge.get(`/${'a'.repeat(9000)}`)).status).toBe(414);
  });

  it('that break off do no harm, on either side', async () => {
    edge = await aTestEdge((message, response) => {
      if (message.url === '/broken') response.writeHead(200, { 'content-length': '10' }).write('x');
      if (message.url === '/broken') setImmediate(() => response.destroy());
      else response.end('ok');
    });
    await expect(edge.get('/broken').then((answer) => answer.text())).rejects.toThrow();
    expect(await (await edge.get('/whole')).text()).toBe('ok');
  });
});

describe('the bypass', () => {
  it('takes requests out before the distribution', async () => {
    edge = await aTestEdge(
      (_message, response) => response.end('origin'),
      {},
      {
        bypass: (target) =>
          target.startsWith('/_local/') ? (_m, response) => response.end('console') : undefined,
      },
    );
    expect(await (await edge.get('/_local/health')).text()).toBe('console');
    expect(await (await edge.get('/other')).text()).toBe('origin');
    expect(edge.seen).toHaveLength(1);
  });
});
