import { expect, type Page } from '@playwright/test';
import type { BookableService } from './services';

export const CARDS = {
  works: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  withoutMoney: '4000 0000 0000 9995',
  asksBank: '4000 0027 6000 3184',
} as const;

export interface Guest {
  name: string;
  email: string;
}

/** Somebody without an account whom nobody else is mistaken for. */
export function aGuest(): Guest {
  const id = crypto.randomUUID().slice(0, 8);
  return { name: `Ada ${id}`, email: `ada+${id}@guest.test` };
}

export const dollars = (amountMinor: number) => `$${(amountMinor / 100).toFixed(2)}`;

/** From the flow's first page to held: the first free time of a day on offer, then the details. */
export async function holdATime(page: Page, serviceId: string, guest?: Guest, start?: string) {
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

/** The state that a booking's page names. */
export async function expectState(page: Page, state: string) {
  await expect(
    page.getByRole('status').filter({ hasText: new RegExp(`^${state}$`) }),
  ).toBeVisible();
}

/** Books and pays; gives the booking's number, with its page open. */
export async function book(page: Page, service: BookableService, guest?: Guest): Promise<string> {
  await holdATime(page, service.id, guest, service.start);
  await payWith(page, CARDS.works);
  await page.waitForURL(/\/(b|bookings)\/[^/?]+$/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}
