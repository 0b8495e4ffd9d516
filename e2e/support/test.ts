import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { signIn } from './api';
import { signInWithCode } from './sessions';

interface People {
  /** The demo provider at a browser of their own, signed in. */
  provider: Page;
  /** The operator at a browser of their own, signed in. */
  operator: Page;
}

/** Every page of a journey must keep to its content security policy and leave no error uncaught. */
export const test = base.extend<People>({
  page: async ({ page }, use) => {
    await watched(page, use);
  },
  provider: async ({ browser }, use) => {
    const page = await aBrowser(browser);
    await signIn(page.request, 'provider@demo.test');
    await watched(page, use);
    await page.context().close();
  },
  operator: async ({ browser }, use) => {
    const page = await aBrowser(browser);
    await signInWithCode(page.context(), 'admin@demo.test');
    await watched(page, use);
    await page.context().close();
  },
});

const aBrowser = async (browser: Browser) => (await browser.newContext()).newPage();

async function watched(page: Page, use: (page: Page) => Promise<void>): Promise<void> {
  const complaints = complaintsOf(page);
  await use(page);
  expect(complaints, 'policy violations and uncaught errors').toEqual([]);
}

/** What the page's policy refuses, and errors that nothing catches, from now on. */
export function complaintsOf(page: Page): string[] {
  const complaints = refusalsOf(page);
  page.on('pageerror', (error) =>
    complaints.push(`${page.url()}: ${error.stack ?? String(error)}`),
  );
  return complaints;
}

/** What the content security policy of the page refuses from now on. */
export function refusalsOf(page: Page): string[] {
  const refusals: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (/content security policy/i.test(text)) refusals.push(`${page.url()}: ${text}`);
  });
  return refusals;
}
