import { expect, test } from '@playwright/test';

test('a script that nobody meant to send does not run, and the journeys would notice', async ({
  page,
}) => {
  await page.goto('/');
  const refusal = page.waitForEvent('console', (message) =>
    /content security policy/i.test(message.text()),
  );
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.planted = "yes"';
    document.body.append(script);
    return document.documentElement.dataset.planted;
  });
  expect(ran).toBeUndefined();
  expect((await refusal).type()).toBe('error');
});
