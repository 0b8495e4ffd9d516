import { expect, test } from '@playwright/test';
import { objectionsInBothThemes } from '../support/axe';
import { busyPages } from '../support/busy-pages';

const DATA_WITHOUT_A_HEAD = { pageProps: { slots: {} } };

test.describe('pages that say what went wrong have nothing that axe objects to', () => {
  test('a page that cannot be rendered, which offers to try again', async ({ page }) => {
    await page.goto('/', { waitUntil: 'networkidle' });
    await page.route('**/_next/data/**', (route) => route.fulfill({ json: DATA_WITHOUT_A_HEAD }));
    await page.getByRole('link', { name: 'Find a service' }).first().click();
    await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible();
    expect(await objectionsInBothThemes(page)).toEqual([]);
    await page.unroute('**/_next/data/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  });

  test('a server that has too much to do, in every language', async ({ page }) => {
    for (const html of await busyPages()) {
      await page.setContent(html);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await objectionsInBothThemes(page)).toEqual([]);
    }
  });
});
