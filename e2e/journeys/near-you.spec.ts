import { expect } from '@playwright/test';
import { test } from '../support/test';

test.use({
  extraHTTPHeaders: { 'x-local-viewer': 'country=DE; city=Munich; lat=48.14; lng=11.58' },
});

test('the start page takes up what the edge knows about the visitor’s surroundings', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/');
  const fragment = page.locator('[data-slice="mf-catalog"] [data-slice="mf-catalog"]');
  await expect(fragment).toBeVisible();
  await expect(fragment).toHaveAttribute('data-release', /^[\w.-]+$/);
  const isTakenOver = () =>
    fragment.evaluate((root) =>
      Object.keys(root).some((key) => key.startsWith('__reactContainer')),
    );
  await fragment.hover();
  await expect.poll(isTakenOver).toBe(true);
  await page.evaluate(() => Object.assign(globalThis, { isSameDocument: true }));
  const service = fragment.getByRole('article').first().getByRole('link');
  await service.click();
  await expect(page).toHaveURL(/\/s\//);
  await expect(page.locator('[data-slot="ready"] h1')).toBeVisible();
  expect(await page.evaluate(() => 'isSameDocument' in globalThis), 'no full reload').toBe(true);
  expect(complaints).toEqual([]);
});

test('where the edge knows nobody, the market’s own city stays', async ({ page }) => {
  await page.setExtraHTTPHeaders({ 'x-local-viewer': 'country=DE; lat=0.0; lng=0.0' });
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/edge/near-you'));
  await page.goto('/');
  expect((await answered).status()).toBe(204);
  await expect(page.getByRole('heading', { name: /Berlin/ }).first()).toBeVisible();
});
