import { test as base, expect, type Page } from '@playwright/test';

/** Every page of a journey must keep to its content security policy and leave no error uncaught. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    const complain = (text: string) => complaints.push(`${page.url()}: ${text}`);
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complain(message.text());
    });
    page.on('pageerror', (error) => complain(error.stack ?? String(error)));
    await use(page);
    expect(complaints, 'policy violations and uncaught errors').toEqual([]);
  },
});
