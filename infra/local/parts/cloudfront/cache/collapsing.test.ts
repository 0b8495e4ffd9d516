import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../testing';
import type { DistributionConfig, OriginRequestPolicy } from '../config/types';
import { aBehavior, aTestEdge, CACHE_POLICY, resultOf, type TestEdge } from '../testing';

const PROBE = '/probe';

let edge: TestEdge;
let arrived: number;
let held: (() => void)[];
let isOpen: boolean;
afterEach(() => edge.stop());

/** An edge whose origin answers nobody before {@link open}. */
async function start(answer: RequestListener, changes: Partial<DistributionConfig> = {}) {
  [arrived, held, isOpen] = [0, [], false];
  const listener: RequestListener = (message, response) => {
    if (message.url === PROBE) response.end();
    else if (isOpen) answer(message, response);
    else held.push(() => answer(message, response));
  };
  const bypass = () => {
    arrived += 1;
    return undefined;
  };
  edge = await aTestEdge(listener, changes, { bypass });
}

/** Waits until so many visitors wait at the edge: all have come, and one after them was answered. */
async function allWaiting(count: number): Promise<void> {
  await eventually(() => arrived === count && held.length > 0);
  await edge.get(PROBE);
}

function open(): void {
  isOpen = true;
  for (const release of held) release();
}

const asked = () => edge.seen.filter(({ url }) => url !== PROBE).length;
const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
const textOf = async (path: string, headers = {}) => (await edge.get(path, { headers })).text();

/** What the origin says differs each time. */
function counting(headers: Record<string, string>, status = 200): RequestListener {
  let count = 0;
  return (_message, response) => {
    count += 1;
    const own = 'set-cookie' in headers && { 'set-cookie': `${headers['set-cookie']}=${count}` };
    response.writeHead(status, { ...headers, ...own }).end(`answer ${count}`);
  };
}

const KEPT = { 'cache-control': 'max-age=60' };

describe('visitors who wait for the same answer', () => {
  it('are answered with one request to the origin', async () => {
    await start(counting(KEPT));
    const answers = times(20, () => edge.get('/'));
    const head = edge.get('/', { method: 'HEAD' });
    await allWaiting(21);
    expect(asked()).toBe(1);
    open();
    const got = await Promise.all(answers);
    expect(new Set(await Promise.all(got.map((each) => each.text())))).toEqual(
      new Set(['answer 1']),
    );
    const results = [...got, await head].map(resultOf);
    expect(results.filter((result) => result === 'Miss')).toHaveLength(1);
    expect(results.filter((result) => result === 'Hit')).toHaveLength(20);
    expect(asked()).toBe(1);
  });

  it('wait for their own when they differ in the key', async () => {
    const cachePolicy = { ...CACHE_POLICY, headers: ['x-market'] };
    await start(
      ({ url, headers }, response) =>
        response.writeHead(200, KEPT).end(`${url} ${headers['x-market']}`),
      { behaviors: [aBehavior({ cachePolicy })] },
    );
    const variants = [
      ['/', 'de'],
      ['/', 'us'],
      ['/?q=1', 'de'],
      ['/p/a', 'de'],
    ] as const;
    const answers = variants.flatMap(([path, market]) =>
      times(3, async () => [await textOf(path, { 'x-market': market }), `${path} ${market}`]),
    );
    await allWaiting(12);
    open();
    for (const [text, own] of await Promise.all(answers)) expect(text).toBe(own);
    expect(asked()).toBe(4);
  });

  it('are answered although the first of them has gone', async () => {
    await start(counting(KEPT));
    const leaving = new AbortController();
    const first = edge.get('/', { signal: leaving.signal });
    await allWaiting(1);
    const others = times(4, () => textOf('/'));
    // The probe has been counted as well.
    await allWaiting(6);
    leaving.abort();
    await expect(first).rejects.toThrow();
    open();
    expect(new Set(await Promise.all(others))).toEqual(new Set(['answer 1']));
    expect(asked()).toBe(1);
  });

  it('ask once whether a stale answer still holds, or for the next behind it', async () => {
    await start(counting({ 'cache-control': 'max-age=10, stale-while-revalidate=100' }));
    isOpen = true;
    await textOf('/');
    isOpen = false;
    edge.passSeconds(50);
    const behind = await Promise.all(times(5, () => textOf('/')));
    expect(new Set(behind)).toEqual(new Set(['answer 1']));
    await eventually(() => held.length > 0);
    expect(asked()).toBe(2);
    edge.passSeconds(500);
    const anew = times(5, () => textOf('/'));
    await allWaiting(11);
    open();
    expect(new Set(await Promise.all(anew))).toEqual(new Set(['answer 2']));
    expect(asked()).toBe(2);
  });
});

describe('visitors who waited for what is nobody else’s', () => {
  const forwarding: OriginRequestPolicy = {
    headers: { kind: 'none' },
    cookies: { kind: 'all' },
    query: { kind: 'all' },
    cloudfrontHeaders: [],
  };

  it.each([
    ['no-store', { 'cache-control': 'no-store' }],
    ['private', { 'cache-control': 'private, max-age=60' }],
    ['no-cache', { 'cache-control': 'no-cache' }],
    ['unsaid', {}],
    ['no-store, with a cookie', { 'cache-control': 'no-store', 'set-cookie': 'own' }],
  ])('ask each for themselves: %s', async (_what, headers) => {
    await start(counting(headers), {
      behaviors: [aBehavior({ originRequestPolicy: forwarding })],
    });
    const answers = times(6, () => edge.get('/'));
    await allWaiting(6);
    expect(asked()).toBe(1);
    open();
    const got = await Promise.all(answers);
    expect(new Set(await Promise.all(got.map((each) => each.text()))).size).toBe(6);
    if ('set-cookie' in headers)
      expect(new Set(got.map((each) => each.headers.get('set-cookie'))).size).toBe(6);
    expect(asked()).toBe(6);
  });
});

describe('visitors who waited for an answer that failed', () => {
  /** Fails for the first, and is well for all others. */
  function failingOnce(fail: RequestListener): RequestListener {
    let isFirst = true;
    return (message, response) => {
      if (isFirst) fail(message, response);
      else response.writeHead(200, KEPT).end('good');
      isFirst = false;
    };
  }

  async function statuses(): Promise<number[]> {
    const answers = times(5, () => edge.get('/'));
    await allWaiting(5);
    open();
    return (await Promise.all(answers)).map(({ status }) => status).sort();
  }

  it('share it as long as errors are kept, ten seconds', async () => {
    await start(counting({}, 503));
    expect(await statuses()).toEqual(times(5, () => 503));
    expect(asked()).toBe(1);
  });

  it('do not share it where errors are not kept', async () => {
    const errorResponses = new Map([[503, { minTtlSeconds: 0 }]]);
    const fail: RequestListener = (_message, response) => response.writeHead(503).end();
    await start(failingOnce(fail), { errorResponses });
    expect(await statuses()).toEqual([200, 200, 200, 200, 503]);
  });

  it('do not share one that broke off', async () => {
    const breakOff: RequestListener = (_message, response) => {
      response.writeHead(200, { ...KEPT, 'content-length': '10' }).write('x');
      setImmediate(() => response.destroy());
    };
    await start(failingOnce(breakOff));
    expect(await statuses()).toEqual([200, 200, 200, 200, 502]);
    expect(await textOf('/')).toBe('good');
  });
});
