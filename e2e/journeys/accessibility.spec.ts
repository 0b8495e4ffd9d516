import { expect } from '@playwright/test';
import { signIn } from '../support/api';
import { objections, objectionsHere } from '../support/axe';
import { aGuest, book, CARDS, expectState, holdATime, payWith } from '../support/checkout';
import { findBooking } from '../support/desk';
import { aService } from '../support/services';
import { test } from '../support/test';

const STOREFRONT = [
  '/',
  '/search?q=massage',
  '/p/juniper-studio-new-york',
  '/s/juniper-cut',
  '/book/juniper-cut',
  '/p/nobody-of-this-name',
];
const DOORS_AND_TEXTS = [
  '/auth/sign-in',
  '/auth/sign-up',
  '/auth/confirm?email=ada%40guest.test',
  '/auth/forgot',
  '/auth/forgot?step=reset&email=ada%40guest.test',
  '/legal/terms',
  '/legal/privacy',
  '/legal/imprint',
];
/** The last one is for others: the edge says so in a page of its own. */
const ACCOUNT = [
  '/bookings',
  '/account',
  '/account/password',
  '/account/second-factor',
  '/account/delete',
  '/portal',
];
const PORTAL = [
  '/portal',
  '/portal/bookings',
  '/portal/services',
  '/portal/availability',
  '/portal/earnings',
];

test.describe.configure({ timeout: 120_000 });

test('on a phone nothing at the lower edge covers the end of a page', async ({ provider }) => {
  await provider.setViewportSize({ width: 360, height: 780 });
  for (const path of ['/search', '/p/juniper-studio-new-york', '/s/juniper-cut', '/portal']) {
    await provider.goto(path);
    await provider.getByRole('contentinfo').getByRole('link').last().click({ trial: true });
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme axe objects to nothing`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('on the storefront', async ({ page }) => {
      expect(await objections(page, STOREFRONT)).toEqual([]);
    });

    test('on the doors to an account and the legal texts', async ({ page }) => {
      expect(await objections(page, DOORS_AND_TEXTS, 'load')).toEqual([]);
    });

    test('on what a customer pays, sees and changes', async ({ page, request }) => {
      const service = await aService(request, { daysAhead: 3 });
      await signIn(page.request, 'customer@demo.test');
      await holdATime(page, service.id, undefined, service.start);
      const found = await objectionsHere(page);
      await payWith(page, CARDS.works);
      await expectState(page, 'Confirmed');
      await page.getByRole('button', { name: 'Change the time' }).click();
      await expect(page.getByRole('table')).toBeVisible();
      found.push(...(await objectionsHere(page)));
      await page.getByRole('button', { name: 'Cancel this booking' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      found.push(...(await objectionsHere(page)));
      found.push(...(await objections(page, ACCOUNT)));
      expect(found).toEqual([]);
    });

    test('in the portal', async ({ provider }) => {
      expect(await objections(provider, PORTAL)).toEqual([]);
    });

    test('on a guest’s booking and at the operator’s desk', async ({ page, request, operator }) => {
      const bookingId = await book(page, await aService(request), aGuest());
      await expectState(page, 'Confirmed');
      const found = await objectionsHere(page);
      await findBooking(operator, bookingId);
      await expect(operator.getByRole('heading', { name: 'Refund' })).toBeVisible();
      found.push(...(await objectionsHere(operator)));
      for (const tab of ['Providers', 'Ledger check']) {
        await operator.getByRole('tab', { name: tab }).click();
        found.push(...(await objectionsHere(operator)));
      }
      expect(found).toEqual([]);
    });
  });
}
