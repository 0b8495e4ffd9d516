import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NAUGHTY_STRINGS } from '../../../services/shared/testing/naughty/strings';
import { DECEPTIONS, HEADERS, MARK, QUERIES } from './attacks';
import { type EdgeCloud, startEdgeCloud } from './stage';
import { aLocalToken } from './token';

const PLACE = {
  'x-local-viewer': 'country=DE; city=Berlin; lat=52.52; lng=13.40',
  'accept-encoding': 'gzip',
};

let cloud: EdgeCloud;
let pages = 0;
beforeAll(async () => {
  cloud = await startEdgeCloud();
}, 120_000);
afterAll(() => cloud.stop());

/** A page that nobody has asked for yet. */
const aPage = () => `/p/page-${String(pages++).padStart(4, '0')}`;
const textOf = async (path: string, headers = {}) =>
  (await cloud.get(path, { ...PLACE, ...headers })).text();
/** The answer for a page, without the page's own name. */
const anonymous = (text: string, path: string) => text.replaceAll(path, '/p/…');

describe('a public page', () => {
  it('shows what is in its key: the test can see a difference', async () => {
    const german = await cloud.get('/search?q=a', PLACE);
    const other = await cloud.get('/search?q=a', { 'x-local-viewer': 'country=US' });
    expect(await german.text()).not.toBe(await other.text());
    expect(await textOf('/search?q=b')).toContain('q=b');
  });

  const single = Object.entries(HEADERS).map(([name, value]) => [name, { [name]: value }] as const);
  it.each([...single, ['all of them', HEADERS] as const])(
    'is the same for everybody after a request with %s',
    async (_name, headers) => {
      const [untouched, attacked] = [aPage(), aPage()];
      const expected = anonymous(await textOf(untouched), untouched);
      const first = await cloud.get(attacked, { ...PLACE, ...headers });
      expect(first.status).toBeLessThan(500);
      const second = await cloud.get(attacked, PLACE);
      const body = await second.text();
      expect(body).not.toContain(MARK);
      expect(anonymous(body, attacked)).toBe(expected);
      expect(second.headers.get('x-cache')).toBe('Hit from cloudfront');
    },
  );

  it.each(QUERIES)('never hears of ?%s', async (query) => {
    const [untouched, attacked] = [aPage(), aPage()];
    const expected = anonymous(await textOf(untouched), untouched);
    expect(anonymous(await textOf(`${attacked}?${query}`), attacked)).toBe(expected);
    expect((await cloud.get(attacked, PLACE)).headers.get('x-cache')).toBe('Hit from cloudfront');
  });

  it('keeps the answers for x-nextjs-data apart, and a forged one harms nobody', async () => {
    const page = aPage();
    await cloud.get(page, { ...PLACE, 'x-nextjs-data': '1' });
    const plain = await cloud.get(page, PLACE);
    expect(plain.headers.get('x-cache')).toBe('Miss from cloudfront');
    expect(await plain.text()).not.toContain('x-nextjs-data');
  });

  it('is another one where the address names the market, since its links do as well', async () => {
    const page = aPage();
    const named = JSON.parse(await textOf(`/de${page}`)) as { headers: Record<string, string> };
    expect(named.headers).toMatchObject({ 'x-market': 'de', 'x-market-path': '1' });
    const unnamed = JSON.parse(await textOf(page)) as { headers: Record<string, string> };
    expect(unnamed.headers).toMatchObject({ 'x-market': 'de' });
    expect(unnamed.headers).not.toHaveProperty('x-market-path');
  });

  it('is asked for under the origin’s own name, whatever host the viewer names', async () => {
    const told = JSON.parse(await textOf(aPage())) as { headers: Record<string, string> };
    expect(told.headers.host).toBe('shell.marketplace.internal');
    expect(told.headers).not.toHaveProperty('x-forwarded-host');
  });
});

describe('visitors who ask at once for a page that nobody has seen', () => {
  const VISITORS = 8;
  afterEach(() => cloud.answerWith());

  /** Visitors of one place with clients, sessions and campaigns of their own; and what each was told. */
  const asking = (page: string, country: string) =>
    Array.from({ length: VISITORS }, async (_, index) => {
      const answer = await cloud.get(`${page}?utm_source=${index}`, {
        ...PLACE,
        'x-local-viewer': `country=${country}; city=${index}; lat=${index}; lng=1`,
        'user-agent': `browser ${index}`,
        cookie: `session=${index}`,
      });
      return { text: await answer.text(), cookie: answer.headers.get('set-cookie') };
    });
  const asked = (page: string) => cloud.seen.filter(({ url }) => url === page).length;

  it('cost one request to the origin for each market', async () => {
    const page = aPage();
    const german = await Promise.all([...asking(page, 'DE'), ...asking(page, 'AT')]);
    expect([new Set(german.map(({ text }) => text)).size, asked(page)]).toEqual([1, 1]);
    const two = aPage();
    await Promise.all([...asking(two, 'DE'), ...asking(two, 'US')]);
    expect(asked(two)).toBe(2);
  });

  it.each([
    ['is not to be kept', {}],
    ['sets a cookie', { 'x-page-cache-control': 'public, max-age=60', 'set-cookie': 'own=1' }],
  ])('are each given their own where the answer %s', async (_what, headers) => {
    let count = 0;
    cloud.answerWith((_message, response) => {
      count += 1;
      response.writeHead(200, { 'cache-control': 'no-store', ...headers }).end(`answer ${count}`);
    });
    const page = aPage();
    const told = await Promise.all(asking(page, 'DE'));
    expect(new Set(told.map(({ text }) => text)).size).toBe(VISITORS);
    expect(told.every(({ cookie }) => !cookie?.includes('own='))).toBe(true);
    expect(asked(page)).toBe(VISITORS);
  });
});

describe('the fragment', () => {
  it('says the same to everybody in the market and the rounded place', async () => {
    const known = await textOf('/edge/near-you');
    expect(known).toContain('Studio linde');
    const nearby = { 'x-local-viewer': 'country=DE; city=Potsdam; lat=52.48; lng=13.44' };
    for (const headers of [HEADERS, nearby, {}]) {
      const answer = await cloud.get(`/edge/near-you?x=${MARK}`, { ...PLACE, ...headers });
      // A `range` gets its part of the same answer.
      if (answer.status === 206) continue;
      expect(await answer.text()).toBe(known);
    }
  });
});

describe('any text', () => {
  const locked = { cookie: `__Host-em_access=${aLocalToken(['provider'])}` };
  const asByte = (text: string) =>
    Buffer.from(text)
      .toString('latin1')
      .replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '');

  /** Every way in that a viewer has at the edge, `text` in it. */
  const waysIn = (
    text: string,
    page: string,
  ): [path: string, headers?: Record<string, string>][] => {
    const inUrl = encodeURIComponent(Buffer.from(text).toString());
    const asIs = asByte(text);
    return [
      [`/p/${inUrl}`],
      [`/de/s/${inUrl}`],
      [`/${inUrl}/search`],
      [`/search?q=${inUrl}`],
      [`/search?${inUrl}=1`],
      [`/edge/near-you?market=${inUrl}`],
      [`/bookings/${inUrl}?view=${inUrl}`, locked],
      [`/api/provider/${inUrl}`, { authorization: `Bearer ${asIs}` }],
      ...['em_market', 'mfb', '__Host-em_slices', '__Host-em_access'].map(
        (name): [string, Record<string, string>] => [page, { cookie: `${name}=${asIs}` }],
      ),
      [page, { 'user-agent': asIs, 'x-nextjs-data': asIs, host: 'localhost' }],
    ];
  };

  it.each(NAUGHTY_STRINGS.map((text) => [text.slice(0, 40), text]))(
    'breaks nothing wherever it is written, and is shown to nobody else: %j',
    async (_shown, text) => {
      const [untouched, page] = [aPage(), aPage()];
      const expected = anonymous(await textOf(untouched), untouched);
      for (const [path, headers] of waysIn(text, page)) {
        const { status } = await rawGet(path, { ...PLACE, ...headers });
        // What is longer than a header may be is refused before anybody reads it.
        expect([path, headers, status < 500], String(status)).toEqual([path, headers, true]);
      }
      expect(anonymous(await textOf(page), page)).toBe(expected);
    },
  );
});

describe('what belongs to one person', () => {
  const person = () => ({
    ...PLACE,
    cookie: `__Host-em_access=${aLocalToken(['provider'])}; own=${MARK}`,
  });

  it('is shown to that person, and to nobody else: the test can see it', async () => {
    const own = await rawGet('/bookings', person());
    expect(own.text).toContain(MARK);
    expect((await rawGet('/bookings', PLACE)).status).toBe(302);
  });

  it('is counted where somebody else asks for it, by what the lock made of them', async () => {
    const count = () => [
      ...['sign-in', 'forbidden'].map((decision) => cloud.counted('EdgeDecision', { decision })),
      cloud.counted('TokenRefused', { reason: 'invalid' }),
    ];
    const before = count();
    const cookieOf = (token: string) => ({ cookie: `__Host-em_access=${token}` });
    expect((await cloud.get('/bookings')).status).toBe(302);
    expect((await cloud.get('/portal', cookieOf(aLocalToken(['customer'])))).status).toBe(403);
    const forged = aLocalToken(['provider']).replace(/[^.]+$/, (good) => `AAAA${good.slice(4)}`);
    expect((await cloud.get('/portal', cookieOf(forged))).status).toBe(302);
    expect((await cloud.get('/portal', cookieOf(aLocalToken(['provider'])))).status).toBe(200);
    expect(count().map((times, index) => times - (before[index] ?? 0))).toEqual([2, 1, 1]);
  });

  it.each(DECEPTIONS)('is not kept under %s', async (path) => {
    const own = await rawGet(path, person());
    const others = await rawGet(path, PLACE);
    expect(Math.max(own.status, others.status)).toBeLessThan(500);
    expect(others.text).not.toContain(MARK);
    if (own.text.includes(MARK)) expect(others.cache).not.toMatch(/^Hit/);
  });
});

/** Asks for exactly this path: `fetch` would resolve its dots. */
function rawGet(path: string, headers: Record<string, string>) {
  const { hostname, port } = new URL(cloud.url);
  return new Promise<{ status: number; cache: string; text: string }>((done, fail) => {
    const sent = request({ hostname, port, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, cache: String(answer.headers['x-cache']), text }),
      );
    });
    sent.on('error', fail);
    sent.end();
  });
}
