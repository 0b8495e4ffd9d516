import { type APIRequestContext, expect } from '@playwright/test';
import { baseUrl, demoServices } from '../support/api';
import { test } from '../support/test';

const from = (country: string) => ({
  'x-local-viewer': `country=${country}`,
  accept: 'text/html',
  'accept-encoding': 'gzip',
});

async function secondAnswer(request: APIRequestContext, path: string, country: string) {
  await request.get(path, { headers: from(country) });
  let answer = await request.get(path, { headers: from(country) });
  await expect
    .poll(async () => {
      answer = await request.get(path, { headers: from(country) });
      return answer.headers()['x-cache'];
    })
    .toBe('Hit from cloudfront');
  return answer.text();
}

test('visitors from two countries see their own storefront at one address, both from cache', async ({
  request,
}) => {
  const german = await secondAnswer(request, '/', 'DE');
  const american = await secondAnswer(request, '/', 'US');
  expect(german).not.toEqual(american);
  expect(german).toContain('€');
  expect(american).not.toContain('€');
});

/** Less than the minute that a page is fresh for: what changes in it was not waited for. */
const BEFORE_IT_ENDS_MS = 45_000;
/** A class: no journey takes it, and none that runs meanwhile asks for its name. */
const NEVER_BOOKED = '-yoga';

test('a provider’s change is on its page while the cache would still have kept it, and no other page is forgotten', async ({
  request,
  playwright,
}) => {
  const desk = await playwright.request.newContext({ baseURL: baseUrl() });
  const service = (await demoServices(desk)).find(({ id }) => id.endsWith(NEVER_BOOKED));
  const rename = async (title: string | undefined) => {
    const answer = await desk.patch(`/api/provider/services/${service?.id}`, {
      data: { title },
      headers: { origin: baseUrl(), 'idempotency-key': crypto.randomUUID() },
    });
    expect(answer.status(), await answer.text()).toBe(200);
  };
  const found = await request.get('/api/catalog/services', { headers: from('US') });
  const { items } = (await found.json()) as { items: { providerSlug: string }[] };
  const other = items.find(({ providerSlug }) => providerSlug !== service?.providerSlug);
  const [theirs, others] = [`/p/${service?.providerSlug}`, `/p/${other?.providerSlug}`];
  const page = async () => (await request.get(theirs, { headers: from('US') })).text();
  const title = `Renamed ${crypto.randomUUID()}`;
  try {
    await secondAnswer(request, others, 'US');
    expect(await secondAnswer(request, theirs, 'US')).not.toContain(title);
    await rename(title);
    await expect.poll(page, { timeout: BEFORE_IT_ENDS_MS }).toContain(title);
    const again = await request.get(others, { headers: from('US') });
    expect(again.headers()['x-cache']).toBe('Hit from cloudfront');
  } finally {
    await rename(service?.title);
    // Others read it next, from the list and from the page.
    const titles = async () => (await demoServices(desk)).map((one) => one.title);
    await expect.poll(titles, { timeout: BEFORE_IT_ENDS_MS }).not.toContain(title);
    await expect.poll(page, { timeout: BEFORE_IT_ENDS_MS }).not.toContain(title);
    await desk.dispose();
  }
});

test('a page without JavaScript has the slices’ content and names their releases', async ({
  request,
}) => {
  const services = await demoServices(request);
  const slug = services[0]?.providerSlug;
  for (const path of ['/', `/p/${slug}`]) {
    const html = await (await request.get(path, { headers: { accept: 'text/html' } })).text();
    expect(html).toMatch(/<div[^>]*data-slice="mf-catalog"[^>]*data-release="[\w.-]+"/);
    expect(html).toMatch(/<h1[\s>]/);
  }
  const provider = await (await request.get(`/p/${slug}`)).text();
  for (const service of services.slice(0, 3)) {
    expect(provider).toContain(service.title.replaceAll('&', '&amp;').replaceAll("'", '&#x27;'));
  }
});

test('everything that a page names on this origin is kept by the edge and the browser', async ({
  request,
}) => {
  const html = await (await request.get('/')).text();
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css|svg|woff2))"/g)];
  const paths = [...new Set(named.flatMap(([, path]) => path ?? []))];
  expect(paths.filter((path) => /theme|touch|icon/.test(path))).toHaveLength(3);
  for (const path of paths) {
    await request.get(path);
    const again = (await request.get(path)).headers();
    expect([path, again['x-cache']]).toEqual([path, 'Hit from cloudfront']);
    expect([path, again['cache-control']]).toEqual([path, expect.stringContaining('immutable')]);
  }
});

test('free times and lists come to the browser compressed', async ({ page, request }) => {
  const [service] = await demoServices(request);
  const asked = page.waitForResponse((answer) => answer.url().includes(`/${service?.id}/slots`));
  await page.goto(`/s/${service?.id}`);
  const times = await asked;
  expect(await times.headerValue('content-encoding')).toBe('gzip');
  const { slots } = (await times.json()) as { slots: object[] };
  expect(slots.length).toBeGreaterThan(0);
  const { responseBodySize } = await times.request().sizes();
  expect(responseBodySize).toBeLessThan(JSON.stringify(slots).length / 2);
  const list = await request.get('/api/catalog/services');
  expect(list.headers()['content-encoding']).toBe('gzip');
});

test('a page that is read to its end fetches no page that nobody went to', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/_next/data/')) fetched.push(request.url());
  });
  await page.goto('/');
  await page.locator('footer').scrollIntoViewIfNeeded();
  await page.locator('footer a').last().hover();
  await page.waitForLoadState('networkidle');
  expect(fetched).toEqual([]);
});

test('hydration leaves nothing on the console', async ({ page, request }) => {
  const [service] = await demoServices(request);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  for (const path of [
    '/',
    '/search?q=massage',
    `/p/${service?.providerSlug}`,
    `/s/${service?.id}`,
  ]) {
    await page.goto(path);
    await page.locator('[data-slice] a[href]').last().dispatchEvent('pointerover');
    await page.waitForLoadState('networkidle');
  }
  expect(complaints).toEqual([]);
});

test('an unknown provider is a designed 404', async ({ page }) => {
  const answer = await page.goto('/p/nobody-of-this-name');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: /search|find|home|start/i }).first()).toBeVisible();
});

test('the viewer’s header of the local cloud reaches no origin', async ({ request }) => {
  const html = await (await request.get('/', { headers: from('JP') })).text();
  expect(html).not.toContain('x-local-viewer');
  expect(html).not.toContain('country=JP');
});

test('who comes by the address of a market stays in it, whatever the country', async ({
  page,
  request,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  const PUBLIC = /href="(\/(?:[a-z]{2}\/)?(?:search|p\/|s\/|book\/)[^"]*)"/g;
  const linksOf = async (path: string) => {
    const html = await (await request.get(path, { headers: from('US') })).text();
    return [...html.matchAll(PUBLIC)].map(([, href]) => href ?? '');
  };
  expect((await linksOf('/de')).filter((href) => !href.startsWith('/de/'))).toEqual([]);
  expect((await linksOf('/')).filter((href) => href.startsWith('/de/'))).toEqual([]);

  await page.goto('/de');
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => Object.assign(globalThis, { isSameDocument: true }));
  await page.locator('header a[href="/de/search"]').click();
  await expect(page).toHaveURL(/\/de\/search$/);
  // The start page, which goes now, has such a form as well.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ Leistungen/);
  await page.locator('input[name="q"]').fill('Massage');
  await page.locator('form[action="/de/search"] button[type="submit"]').click();
  await expect(page).toHaveURL(/\/de\/search\?.*q=Massage/);
  const result = page.getByRole('article').first();
  await expect(result).toContainText('€');
  await result.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/de\/s\//);
  await page.locator('main a[href^="/de/p/"]').first().click();
  await expect(page).toHaveURL(/\/de\/p\//);
  await expect(page.locator('main a[href^="/de/s/"]').first()).toContainText(/\w/);
  await page.goBack();
  await expect(page).toHaveURL(/\/de\/s\//);
  await expect(page.locator('main a[href^="/de/p/"]').first()).toBeVisible();
  expect(await page.evaluate(() => 'isSameDocument' in globalThis), 'no full reload').toBe(true);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
});
