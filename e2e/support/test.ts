import { test as base, expect, type Page } from '@playwright/test';

/** Every page of a journey must keep to its content security policy and leave no error uncaught. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await use(page);
    expect(complaints, 'policy violations and uncaught errors').toEqual([]);
  },
});
