import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../../../until';
import {
  aBehavior,
  aTestEdge,
  CACHE_POLICY,
  NO_CACHING,
  resultOf,
  type TestEdge,
} from '../testing';

let edge: TestEdge;
afterEach(() => edge.stop());

/** An origin that counts its answers and says how they may be cached. */
const counting = (cacheControl: string, more: Record<string, string> = {}) => {
  let count = 0;
  return aTestEdge((_message, response) => {
    count += 1;
    response.writeHead(200, { 'cache-control': cacheControl, ...more }).end(`answer ${count}`);
  });
};

const bodyOf = async (path: string, init?: RequestInit) => (await edge.get(path, init)).text();

describe('caching', () => {
  it('answers the second request without the origin, and says so', async () => {
    edge = await counting('public, max-age=60');
    const first = await edge.get('/p/a');
    expect([resultOf(first), await first.text()]).toEqual(['Miss', 'answer 1']);
    edge.passSeconds(7);
    const second = await edge.get('/p/a');
    expect([resultOf(second), await second.text()]).toEqual(['Hit', 'answer 1']);
    expect(second.headers.get('age')).toBe('7');
    expect(edge.seen).toHaveLength(1);
  });

  it('keeps answers apart by path and query, and serves HEAD from a GET', async () => {
    edge = await counting('max-age=60');
    await bodyOf('/p/a?x=1');
    expect(await bodyOf('/p/a?x=2')).toBe('answer 2');
    expect(await bodyOf('/p/b?x=1')).toBe('answer 3');
    const head = await edge.get('/p/a?x=1', { method: 'HEAD' });
    expect([resultOf(head), head.headers.get('content-length')]).toEqual(['Hit', '8']);
    expect(edge.seen).toHaveLength(3);
  });

  it.each(['no-store', 'private, max-age=60', 'no-cache', 'max-age=0', ''])(
    'does not keep what the origin calls "%s"',
    async (cacheControl) => {
      edge = await counting(cacheControl);
      await bodyOf('/');
      const again = await edge.get('/');
      expect([resultOf(again), await again.text()]).toEqual(['Miss', 'answer 2']);
    },
  );

  it('prefers s-maxage and asks again when it is over', async () => {
    edge = await counting('max-age=1000, s-maxage=10');
    await bodyOf('/');
    edge.passSeconds(9);
    expect(await bodyOf('/')).toBe('answer 1');
    edge.passSeconds(2);
    expect(await bodyOf('/')).toBe('answer 2');
  });

  it('serves a stale answer while it fetches the next behind', async () => {
    edge = await counting('max-age=10, stale-while-revalidate=100');
    await bodyOf('/');
    edge.passSeconds(50);
    const stale = await edge.get('/');
    expect([resultOf(stale), await stale.text()]).toEqual(['Hit', 'answer 1']);
    const fresh = await until(async () => (await bodyOf('/')) === 'answer 2' || undefined, 5000);
    expect(fresh).toBe(true);
    expect(edge.seen).toHaveLength(2);
    edge.passSeconds(1000);
    expect(await bodyOf('/')).toBe('answer 3');
  });

  it('asks whether a stale answer still holds', async () => {
    edge = await aTestEdge((message, response) => {
      const isSame = message.headers['if-none-match'] === '"v1"';
      response.writeHead(isSame ? 304 : 200, { etag: '"v1"', 'cache-control': 'max-age=10' });
      response.end(isSame ? undefined : 'version 1');
    });
    await bodyOf('/');
    edge.passSeconds(20);
    const renewed = await edge.get('/');
    expect([resultOf(renewed), await renewed.text()]).toEqual(['RefreshHit', 'version 1']);
    expect(resultOf(await edge.get('/'))).toBe('Hit');
  });

  it('answers 304 to a viewer whose copy is good, and ranges out of what it has', async () => {
    edge = await counting('max-age=60', { etag: '"e"' });
    await bodyOf('/');
    const same = await edge.get('/', { headers: { 'if-none-match': 'W/"e"' } });
    expect([same.status, await same.text()]).toEqual([304, '']);
    const part = await edge.get('/', { headers: { range: 'bytes=0-2', 'accept-encoding': '' } });
    expect([part.status, await part.text()]).toEqual([206, 'ans']);
    expect(part.headers.get('content-range')).toBe('bytes 0-2/8');
  });

  it('never varies on what is not in the key', async () => {
    edge = await aTestEdge((message, response) => {
      response.writeHead(200, { 'cache-control': 'max-age=60' });
      response.end(JSON.stringify(message.headers));
    });
    const first = await bodyOf('/', { headers: { cookie: 'a=1', 'x-market': 'de', accept: 'x' } });
    expect(first).not.toMatch(/a=1|x-market|"accept"/);
    expect(await bodyOf('/', { headers: { cookie: 'a=2', 'x-market': 'us' } })).toBe(first);
  });

  it('keeps answers apart by what the policy names', async () => {
    const cachePolicy = {
      ...CACHE_POLICY,
      headers: ['x-market'],
      cookies: { kind: 'only', names: ['theme'] } as const,
      query: { kind: 'only', names: ['q'] } as const,
    };
    edge = await aTestEdge(
      (message, response) => {
        response.writeHead(200, { 'cache-control': 'max-age=60' });
        const { cookie, 'x-market': market } = message.headers;
        response.end([message.url, cookie, market].join(' '));
      },
      { behaviors: [aBehavior({ cachePolicy })] },
    );
    const ask = (query: string, cookie: string, market: string) =>
      bodyOf(`/${query}`, { headers: { cookie, 'x-market': market } });
    expect(await ask('?q=1&utm=x', 'theme=dark; id=7', 'de')).toBe('/?q=1 theme=dark de');
    expect(await ask('?q=1&utm=y', 'theme=dark; id=8', 'de')).toBe('/?q=1 theme=dark de');
    expect(edge.seen).toHaveLength(1);
    await ask('?q=2', 'theme=dark', 'de');
    await ask('?q=1', 'theme=light', 'de');
    await ask('?q=1', 'theme=dark', 'us');
    expect(edge.seen).toHaveLength(4);
  });

  it('forgets what an invalidation names', async () => {
    edge = await counting('max-age=60');
    for (const path of ['/p/a', '/p/a?x=1', '/p/b', '/s/a']) await bodyOf(path);
    expect(edge.part.invalidate(['/p/a'])).toBe(1);
    expect(edge.part.invalidate(['/p/*'])).toBe(2);
    expect(resultOf(await edge.get('/s/a'))).toBe('Hit');
    expect(resultOf(await edge.get('/p/b'))).toBe('Miss');
  });

  it('caches nothing where caching is off, and sends HEAD as HEAD', async () => {
    edge = await aTestEdge(
      (message, response) =>
        response.writeHead(200, { 'cache-control': 'max-age=60' }).end(message.method),
      { behaviors: [aBehavior({ cachePolicy: NO_CACHING })] },
    );
    await bodyOf('/');
    await edge.get('/', { method: 'HEAD' });
    expect(edge.seen.map(({ method }) => method)).toEqual(['GET', 'HEAD']);
  });
});

describe('failing origins', () => {
  it('are covered by a stale answer', async () => {
    let isUp = true;
    edge = await aTestEdge((_message, response) => {
      const headers = { 'cache-control': 'max-age=10, stale-if-error=3600' };
      response.writeHead(isUp ? 200 : 503, isUp ? headers : {}).end(isUp ? 'good' : 'down');
    });
    await bodyOf('/');
    isUp = false;
    edge.passSeconds(60);
    const covered = await edge.get('/');
    expect([covered.status, resultOf(covered), await covered.text()]).toEqual([200, 'Hit', 'good']);
    expect(edge.seen).toHaveLength(2);
    await bodyOf('/');
    expect(edge.seen).toHaveLength(2);
    edge.passSeconds(4000);
    const over = await edge.get('/');
    expect([over.status, resultOf(over)]).toEqual([503, 'Error']);
  });

  it('are answered with a 502 of our own when they are gone, kept for ten seconds', async () => {
    edge = await aTestEdge(
      () => undefined,
      { behaviors: [aBehavior()] },
      {
        origins: { shell: 'http://127.0.0.1:1' },
      },
    );
    const first = await edge.get('/');
    expect([first.status, resultOf(first)]).toEqual([502, 'Error']);
    expect(await first.text()).toContain('ERROR');
    expect((await edge.get('/')).headers.get('age')).toBe('0');
    edge.passSeconds(11);
    expect((await edge.get('/')).headers.get('age')).toBeNull();
  });

  it('keeps errors as long as configured: not at all', async () => {
    const errorResponses = new Map([[404, { minTtlSeconds: 0 }]]);
    edge = await aTestEdge((_message, response) => response.writeHead(404).end('none'), {
      errorResponses,
    });
    await bodyOf('/');
    await bodyOf('/');
    expect(edge.seen).toHaveLength(2);
  });

  it('shows the page of the distribution for an error', async () => {
    const errorResponses = new Map([
      [503, { minTtlSeconds: 0, status: 200, pagePath: '/offline.html' }],
    ]);
    edge = await aTestEdge(
      (message, response) =>
        message.url === '/offline.html'
          ? response.end('we are offline')
          : response.writeHead(503).end(),
      { errorResponses },
    );
    const answer = await edge.get('/x');
    expect([answer.status, await answer.text()]).toEqual([200, 'we are offline']);
  });
});

describe('compression', () => {
  const text = 'compress me '.repeat(500);
  const texts = () =>
    aTestEdge((_message, response) => {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'max-age=60',
        etag: '"e"',
      });
      response.end(text);
    });

  it.each(['br', 'gzip'])('is done with %s for viewers that take it', async (encoding) => {
    edge = await texts();
    const answer = await edge.get('/', { headers: { 'accept-encoding': encoding } });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('etag')).toBe('W/"e"');
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(text.length / 5);
    expect(await answer.text()).toBe(text);
    expect(resultOf(await edge.get('/', { headers: { 'accept-encoding': encoding } }))).toBe('Hit');
  });

  it('is left to viewers that do not ask for it', async () => {
    edge = await texts();
    const answer = await edge.get('/', { headers: { 'accept-encoding': 'identity, gzip;q=0' } });
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(await answer.text()).toBe(text);
  });

  it('is done on the way for answers that are not kept', async () => {
    edge = await aTestEdge((_message, response) => {
      response.writeHead(200, { 'content-type': 'text/css', 'cache-control': 'no-store' });
      response.end(text);
    });
    const answer = await edge.get('/', { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(await answer.text()).toBe(text);
  });
});
