import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { signIn } from '../support/api';
import { test } from '../support/test';

const PUBLIC = [
  '/',
  '/search?q=massage',
  '/p/juniper-studio-new-york',
  '/s/juniper-cut',
  '/book/juniper-cut',
  '/auth/sign-in',
  '/auth/sign-up',
  '/p/nobody-of-this-name',
];
const PORTAL = ['/portal', '/portal/bookings', '/portal/services'];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: 'reduce' } as object);

    test('no page of the storefront or the portal has what axe objects to', async ({ page }) => {
      test.setTimeout(120_000);
      const check = async (path: string) => {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        return violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html.slice(0, 160)}`);
      };
      const found: string[] = [];
      for (const path of PUBLIC) found.push(...(await check(path)));
      await signIn(page.request, 'provider@demo.test');
      for (const path of PORTAL) found.push(...(await check(path)));
      expect(found).toEqual([]);
    });
  });
}
