import { expect, type Page } from '@playwright/test';

export const CARDS = {
  works: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  withoutMoney: '4000 0000 0000 9995',
  asksBank: '4000 0027 6000 3184',
} as const;

/** From the flow's first page to held: the first free time of a day on offer, then the details. */
export async function holdATime(
  page: Page,
  serviceId: string,
  guest?: { name: string; email: string },
  start?: string,
) {
  await page.goto(`/book/${serviceId}${start ? `?start=${encodeURIComponent(start)}` : ''}`);
  if (!start) await page.locator('section li button[aria-pressed]').first().click();
  await page.getByRole('button', { name: /^Continue with/ }).click();
  if (guest) {
    await page.getByLabel('Name').fill(guest.name);
    await page.getByLabel('Email').fill(guest.email);
  }
  await page.getByRole('button', { name: 'Hold this time' }).click();
  await expect(page.getByRole('heading', { name: 'Pay', exact: true })).toBeVisible();
}

export async function payWith(page: Page, card: string) {
  await page.getByLabel('Card number').fill(card);
  await page.getByLabel(/^Expiry/).fill('12/34');
  await page.getByLabel('Security code').fill('123');
  await page.getByRole('button', { name: /^Pay / }).click();
}
