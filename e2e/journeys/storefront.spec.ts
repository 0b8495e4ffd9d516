import { type APIRequestContext, expect } from '@playwright/test';
import { demoServices } from '../support/api';
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
