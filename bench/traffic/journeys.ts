import type { Page } from '@playwright/test';
import type { Offer } from '../load/visitors/catalogue';
import { readThrough } from './visits';

export interface Destination {
  slug: string;
  serviceId: string;
  /** Times to be booked, one a visit. */
  offers: Offer[];
}

const CARD = { 'Card number': '4242 4242 4242 4242', 'Security code': '123' };
const WORD = 'massage';

async function open(page: Page, url: string): Promise<void> {
  const answer = await page.goto(url, { waitUntil: 'load' });
  if (!answer?.ok() && answer?.status() !== 304) throw new Error(`${url}: ${answer?.status()}`);
  await readThrough(page);
}

/** Holds a time and pays for it. */
async function book(page: Page, origin: string, { serviceId, start }: Offer): Promise<void> {
  await page.goto(`${origin}/book/${serviceId}?start=${encodeURIComponent(start)}`);
  await page.getByRole('button', { name: /^Continue with/ }).click();
  const email = `${crypto.randomUUID()}@traffic.test`;
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Hold this time' }).click();
  for (const [label, value] of Object.entries(CARD)) await page.getByLabel(label).fill(value);
  await page.getByLabel(/^Expiry/).fill('12/34');
  await page.getByRole('button', { name: /^Pay / }).click();
  await page.waitForURL(/\/b\/[^/?]+$/);
  await page.getByText('Confirmed', { exact: true }).first().waitFor();
}

/** What somebody does on each journey, in the order of a visit to the marketplace. */
export const WALKS = {
  home: (page: Page, origin: string) => open(page, `${origin}/`),
  search: (page: Page, origin: string) => open(page, `${origin}/search?q=${WORD}`),
  provider: (page: Page, origin: string, { slug }: Destination) =>
    open(page, `${origin}/p/${slug}`),
  slots: (page: Page, origin: string, { serviceId }: Destination) =>
    open(page, `${origin}/s/${serviceId}`),
  booking: async (page: Page, origin: string, { offers }: Destination) => {
    const offer = offers.shift();
    if (!offer) throw new Error('There is no time left to book.');
    await book(page, origin, offer);
  },
} as const;

export type Walk = keyof typeof WALKS;
