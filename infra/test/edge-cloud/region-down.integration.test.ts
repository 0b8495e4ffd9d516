import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EdgeCloud, startEdgeCloud } from './stage';

const BERLIN = { 'x-local-viewer': 'country=DE; city=Berlin; lat=52.52; lng=13.40' };
const PAGES = ['/', '/search?q=cut', '/p/linde', '/s/linde-1'];

let cloud: EdgeCloud;
beforeAll(async () => {
  cloud = await startEdgeCloud();
  for (const path of PAGES) expect((await cloud.get(path, BERLIN)).status).toBe(200);
}, 120_000);
afterAll(() => cloud.stop());

/** The shell when it cannot keep up. */
const turnAway: RequestListener = (_, response) => {
  response.writeHead(503, { 'retry-after': '4', 'cache-control': 'no-store' }).end('busy');
};

async function expectAsBefore(path: string) {
  const answer = await cloud.get(path, BERLIN);
  expect([answer.status, answer.headers.get('x-cache')]).toEqual([200, 'Hit from cloudfront']);
  expect(await answer.json()).toMatchObject({ url: path });
}

describe('while the shell turns visitors away', () => {
  beforeAll(() => {
    cloud.answerWith(turnAway);
    // Long past the time that the pages are fresh, and past that in which they are refreshed behind.
    cloud.passSeconds(3600);
  });
  afterAll(() => cloud.answerWith());

  it.each(PAGES)('%s is answered as it was before', expectAsBefore);

  it('a page that nobody had asked for says when to come back, and is not kept', async () => {
    const answer = await cloud.get('/p/asked-for-too-late', BERLIN);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    cloud.answerWith();
    expect((await cloud.get('/p/asked-for-too-late', BERLIN)).status).toBe(200);
    cloud.answerWith(turnAway);
  });

  it('is seen by who operates it, though visitors are shown pages', () => {
    const times = cloud.counted('EdgeDecision', { decision: 'shell-unreachable' });
    expect(times).toBeGreaterThanOrEqual(PAGES.length);
  });

  it('a page that is never kept says what the shell says', async () => {
    const answer = await cloud.get('/b/booking-1', BERLIN);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '4']);
    expect(await answer.text()).toBe('busy');
  });
});

describe('when the region has gone', () => {
  beforeAll(async () => {
    await cloud.stopRegion();
    cloud.passSeconds(3600);
  });

  it.each(PAGES)('%s is answered as it was before', expectAsBefore);
  it('the fragment is rendered anew, with the market’s prices and the times that are free', async () => {
    const answer = await cloud.get('/edge/near-you', BERLIN);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toMatch(/^<div data-slice="mf-catalog" data-release="r1"/);
    expect(html.indexOf('Studio linde')).toBeLessThan(html.indexOf('Studio eiche'));
    expect(html).toContain('66,00');
    expect(html).not.toContain('Studio alster');
    expect(html).not.toContain('<b>linde');
    expect(html).toContain('Cut &amp; &lt;b&gt;linde');
  });

  it('a page that nobody had asked for gets an error page of ours, not to be kept', async () => {
    const answer = await cloud.get('/p/never-asked-for', BERLIN);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store']);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await answer.text()).toContain('<h1>');
  });

  it('where there is nothing to say about a place, the fragment is nothing and no error', async () => {
    const places = ['country=JP; lat=35.68; lng=139.69', 'country=DE; lat=48.14; lng=11.58'];
    for (const place of places) {
      const answer = await cloud.get('/edge/near-you', { 'x-local-viewer': place });
      expect([answer.status, await answer.text()]).toEqual([204, '']);
    }
  });
});
