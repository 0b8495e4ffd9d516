import { expect } from '@playwright/test';
import { test } from '../support/test';

const SLICE_SCRIPTS = '**/_mf/**/*.js';
const what = 'What';

test.describe('the start page, which works as HTML', () => {
  test('fetches no script of a slice until somebody touches it', async ({ page }) => {
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (/\/_mf\/.*\.js$/.test(request.url())) scripts.push(request.url());
    });
    const fragment = page.waitForResponse((answer) => answer.url().includes('/edge/near-you'));
    await page.goto('/');
    await fragment;
    await expect(page.getByRole('heading', { name: 'Near you' })).toBeVisible();
    expect(scripts).toEqual([]);
    await page.getByRole('heading', { name: 'Near you' }).hover();
    await expect.poll(() => scripts.length).toBeGreaterThan(0);
  });

  test('takes over what was typed before its code came, and suggests at once', async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(SLICE_SCRIPTS, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/');
    const field = page.getByRole('combobox', { name: what });
    await field.pressSequentially('massage');
    release();
    await expect(page.getByRole('listbox', { name: 'Suggestions' })).toContainText('massage');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('massage');
  });

  test('searches and leads on when the code does not come at all', async ({ page }) => {
    await page.route(SLICE_SCRIPTS, (route) => route.abort());
    await page.goto('/');
    await page.getByRole('combobox', { name: what }).fill('massage');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL(/\/search\?q=massage/);
  });
});
