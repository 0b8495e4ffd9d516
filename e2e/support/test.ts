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
  const complaints: string[] = [];
  const complain = (text: string) => complaints.push(`${page.url()}: ${text}`);
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complain(message.text());
  });
  page.on('pageerror', (error) => complain(error.stack ?? String(error)));
  await use(page);
  expect(complaints, 'policy violations and uncaught errors').toEqual([]);
}
