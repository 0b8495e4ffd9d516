import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EdgeCloud, startEdgeCloud } from './stage';

const BERLIN = { 'x-local-viewer': 'country=DE; city=Berlin; lat=52.52; lng=13.40' };
const PAGES = ['/', '/search?q=cut', '/p/linde', '/s/linde-1'];

let cloud: EdgeCloud;
beforeAll(async () => {
  cloud = await startEdgeCloud();
  for (const path of PAGES) expect((await cloud.get(path, BERLIN)).status).toBe(200);
  await cloud.stopRegion();
  // Long past the time that the pages are fresh, and past that in which they are refreshed behind.
  cloud.passSeconds(3600);
}, 120_000);
afterAll(() => cloud.stop());

it.each(PAGES)('%s is answered as it was before the region went', async (path) => {
  const answer = await cloud.get(path, BERLIN);
  expect([answer.status, answer.headers.get('x-cache')]).toEqual([200, 'Hit from cloudfront']);
  expect(await answer.json()).toMatchObject({ url: path });
});

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
