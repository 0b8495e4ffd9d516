import { expect } from '@playwright/test';
import { baseUrl, mailTo, signIn } from '../../support/api';
import { CARDS, dollars, holdATime, payWith } from '../../support/checkout';
import { aService } from '../../support/services';
import { test } from '../../support/test';

test('a customer signs up, confirms by mailed code and books without a surcharge', async ({
  page,
  playwright,
}) => {
  const desk = await playwright.request.newContext({ baseURL: baseUrl() });
  const service = await aService(desk);
  const email = `new+${Date.now()}@customer.test`;

  await page.goto('/auth/sign-up');
  await page.getByLabel('Name').fill('Grace Customer');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('A-long-Pass-1!');
  await page.getByRole('button', { name: /sign up|create/i }).click();
  const mail = await mailTo(desk, email);
  const code = /\b\d{4,8}\b/.exec(`${mail.subject} ${mail.text}`)?.[0] ?? '';
  await page.getByLabel('Confirmation code').fill(code);
  await page.getByRole('button', { name: /confirm/i }).click();
  await page.waitForURL(/sign-in|\/$|account/);
  if (page.url().includes('sign-in')) {
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('A-long-Pass-1!');
    await page.getByRole('button', { name: /sign in/i }).click();
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  }

  await holdATime(page, service.id, undefined, service.start);
  const pay = page.getByRole('button', { name: `Pay ${dollars(service.priceMinor)}` });
  await expect(pay).toBeVisible();
  await payWith(page, CARDS.works);
  await page.waitForURL(/\/b\//);
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  await page.goto('/bookings');
  await expect(page.getByText(service.title).first()).toBeVisible();

  await signIn(desk, 'provider@demo.test');
  const bookings = await (await desk.get('/api/provider/bookings?limit=60')).json();
  const booked = bookings.items.find(
    (item: { start: string; customerKind: string }) =>
      item.start === service.start && item.customerKind === 'signed-in',
  );
  expect(booked.price).toMatchObject({ surchargeMinor: 0, totalMinor: service.priceMinor });
  await desk.dispose();
});

test('the provider signs in and finds the portal; a customer does not', async ({ page }) => {
  await page.goto('/portal');
  await expect(page).toHaveURL(/\/auth\/sign-in\?next=%2Fportal/);
  await page.getByLabel('Email').fill('provider@demo.test');
  await page.getByLabel('Password', { exact: true }).fill('Demo-Pass-1!');
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(/\/portal$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Today');
  await page.getByRole('link', { name: 'Bookings' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bookings' })).toBeVisible();

  await page.context().clearCookies();
  await page.goto('/auth/sign-in');
  await page.getByLabel('Email').fill('customer@demo.test');
  await page.getByLabel('Password', { exact: true }).fill('wrong-Pass-1!');
  await page.getByRole('button', { name: /sign in/i }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Email and password' })).toBeVisible();
  await page.getByLabel('Email').fill('customer@demo.test');
  await page.getByLabel('Password', { exact: true }).fill('Demo-Pass-1!');
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  const portal = await page.goto('/portal');
  expect(portal?.status()).toBe(403);
});
