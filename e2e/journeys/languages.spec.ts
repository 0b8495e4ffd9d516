import { expect } from '@playwright/test';
import { anAccount } from '../support/accounts';
import { baseUrl, mailTo, signIn } from '../support/api';
import { test } from '../support/test';

/** Subjects of the mails with codes: for a new account, and for a new password. */
const MAILED = {
  de: ['Ihr Bestätigungscode', 'Ihr Code für ein neues Passwort'],
  fr: ['Votre code de confirmation', 'Votre code pour un nouveau mot de passe'],
  es: ['Su código de confirmación', 'Su código para una nueva contraseña'],
} as const;

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

    test(`codes are mailed in ${language}`, async ({ request }) => {
      const { email } = await anAccount(request);
      await request.post('/auth/api/forgot', {
        form: { email },
        headers: { origin: new URL(baseUrl()).origin },
        maxRedirects: 0,
      });
      for (const subject of MAILED[language as keyof typeof MAILED]) {
        const mail = await mailTo(request, email, (one) => one.subject === subject);
        expect(mail.html).toContain(`<html lang="${language}">`);
      }
    });
  });
}
