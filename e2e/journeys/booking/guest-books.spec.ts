import { type APIRequestContext, expect } from '@playwright/test';
import { baseUrl, freeStarts, mailTo, signIn } from '../../support/api';
import { aGuest, CARDS, dollars, holdATime, payWith } from '../../support/checkout';
import { aService } from '../../support/services';
import { test } from '../../support/test';

/** What the functions behind a booking have logged lately. */
async function logsOfFunctions(request: APIRequestContext): Promise<string> {
  const names = ['booking', 'payments', 'booking-processor', 'provider'];
  const pages = names.map(async (name) => {
    const page = await request.get(`/_local/logs?source=marketplace-local-${name}`);
    return page.text();
  });
  return (await Promise.all(pages)).join();
}

test('a guest finds, books and pays; the mail carries the calendar file; the provider sees 90%', async ({
  page,
  playwright,
}) => {
  const desk = await playwright.request.newContext({ baseURL: baseUrl() });
  const service = await aService(desk);
  const guest = aGuest();

  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`/search?q=${encodeURIComponent(service.title)}`);
  await page
    .getByRole('link', { name: new RegExp(service.title) })
    .first()
    .click();
  await expect(page).toHaveURL(/\/(s|p)\//);

  await holdATime(page, service.id, guest, service.start);
  await expect(page.getByText('Guest surcharge (10%)')).toBeVisible();
  await expect(page.getByText(/Your time is held for/).first()).toBeVisible();
  await payWith(page, CARDS.works);
  await page.waitForURL(/\/b\//);
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  await expect(page.getByText(dollars(service.guestPriceMinor)).first()).toBeVisible();
  expect(page.url()).not.toContain('t=');

  const mail = await mailTo(desk, guest.email, ({ attachments }) => attachments.length > 0);
  const calendar = mail.attachments.find(({ filename }) => filename.endsWith('.ics'));
  const file = Buffer.from(calendar?.content ?? '', 'base64').toString('utf8');
  expect(file).toContain('BEGIN:VCALENDAR');
  expect(file).toContain(service.start.replaceAll(/[-:]|\.\d+/g, ''));
  const link = /https?:\/\/\S+\/b\/\S+/.exec(mail.text)?.[0] ?? '';
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();

  await signIn(desk, 'provider@demo.test');
  const bookings = await (await desk.get('/api/provider/bookings?limit=60')).json();
  const booked = bookings.items.find(
    (item: { start: string; customerName: string }) =>
      item.start === service.start && item.customerName === guest.name,
  );
  expect(booked).toMatchObject({
    state: 'confirmed',
    customerKind: 'guest',
    providerNetMinor: service.priceMinor - Math.round(service.priceMinor / 10),
    price: { baseMinor: service.priceMinor, totalMinor: service.guestPriceMinor },
  });

  await expect.poll(() => logsOfFunctions(desk)).toContain('Webhook received');
  const logs = await logsOfFunctions(desk);
  const token = new URL(link).searchParams.get('t') ?? new URL(link).hash.slice(1);
  expect(token.length).toBeGreaterThan(20);
  for (const personal of [guest.name, guest.email, token, CARDS.works.replaceAll(' ', '')]) {
    expect(logs).not.toContain(personal);
  }
  await desk.dispose();
});

test('a declined card keeps the hold and says so; another card pays', async ({ page, request }) => {
  const service = await aService(request);
  await page.context().clearCookies();
  await holdATime(page, service.id, aGuest(), service.start);
  await payWith(page, CARDS.declined);
  await expect(page.getByRole('alert').filter({ hasText: 'declined' })).toContainText('still held');
  await payWith(page, CARDS.withoutMoney);
  await expect(page.getByRole('alert').filter({ hasText: 'not enough money' })).toBeVisible();
  await payWith(page, CARDS.works);
  await page.waitForURL(/\/b\//);
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
});

test('a held time survives a reload and is not on offer to others', async ({ page, request }) => {
  const service = await aService(request);
  await holdATime(page, service.id, aGuest(), service.start);
  expect(await freeStarts(request, service.id)).not.toContain(service.start);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Pay', exact: true })).toBeVisible();
});

test('what is wrong with the details is said beside the field, and focus goes there', async ({
  page,
  request,
}) => {
  const service = await aService(request);
  await page.goto(`/book/${service.id}?start=${encodeURIComponent(service.start)}`);
  await page.getByRole('button', { name: /^Continue with/ }).click();
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('Email').fill('not-an-address');
  await page.getByRole('button', { name: 'Hold this time' }).click();
  await expect(page.getByLabel('Email')).toBeFocused();
  await expect(page.getByText(/does not look like an email/)).toBeVisible();
});
