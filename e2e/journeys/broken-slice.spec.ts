import { expect, test } from '@playwright/test';
import { recordOf, setRecord } from '../support/releases';
import { refusalsOf } from '../support/test';

const ask = { headers: { accept: 'text/html', 'x-local-viewer': 'country=FR' } };

test('a release that cannot be had costs the page nothing but its place in the cache', async ({
  request,
}) => {
  const live = await recordOf('mf-catalog');
  try {
    await setRecord('mf-catalog', JSON.stringify({ live: 'no-such-release' }));
    await expect(async () => {
      const page = await request.get('/', ask);
      expect(page.status()).toBe(200);
      expect(page.headers()['cache-control']).toContain('no-store');
      expect(page.headers()['x-cache']).not.toContain('Hit');
      expect(await page.text()).toContain('data-slice="mf-catalog"');
    }).toPass({ timeout: 20_000 });
    const again = await request.get('/', ask);
    expect(again.headers()['x-cache']).not.toContain('Hit');
  } finally {
    await setRecord('mf-catalog', live);
  }
  await expect(async () => {
    await request.get('/', ask);
    const page = await request.get('/', ask);
    expect(page.headers()['x-cache']).toContain('Hit');
    expect(await page.text()).toContain(`data-release="${JSON.parse(live).live}"`);
  }).toPass({ timeout: 20_000 });
});

test('a browser that cannot fetch the slice’s code still shows the page the server made', async ({
  page,
}) => {
  const refusals = refusalsOf(page);
  await page.route('**/_mf/mf-catalog/**', (route) => route.abort());
  const answer = await page.goto('/');
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(refusals).toEqual([]);
});
