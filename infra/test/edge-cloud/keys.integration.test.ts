import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  it('is asked for under the origin’s own name, whatever host the viewer names', async () => {
    const told = JSON.parse(await textOf(aPage())) as { headers: Record<string, string> };
    expect(told.headers.host).toBe('shell.marketplace.internal');
    expect(told.headers).not.toHaveProperty('x-forwarded-host');
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
