import { expect } from '@playwright/test';
import { signIn } from '../support/api';
import { test } from '../support/test';

/** One page of each kind, with its heading: sign-in, legal, account, portal. */
const SPOKEN = {
  de: ['DE', 'Anmelden', 'Datenschutz', 'Ihr Konto', 'Buchungen'],
  fr: ['FR', 'Se connecter', 'Confidentialité', 'Votre compte', 'Réservations'],
  es: ['ES', 'Iniciar sesión', 'Privacidad', 'Su cuenta', 'Reservas'],
} as const;
const PATHS = ['/auth/sign-in', '/legal/privacy', '/account', '/portal/bookings'];

for (const [language, [country, ...headings]] of Object.entries(SPOKEN)) {
  test.describe(`in the market of ${country}`, () => {
    test.use({
      viewport: { width: 360, height: 780 },
      extraHTTPHeaders: { 'x-local-viewer': `country=${country}` },
    });

    test(`pages speak ${language}, and it fits a phone`, async ({ page }) => {
      await signIn(page.request, 'provider@demo.test');
      for (const [at, path] of PATHS.entries()) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(headings[at] ?? '');
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        const widest = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(widest, path).toBeLessThanOrEqual(360);
      }
    });
  });
}
