import { expect } from '@playwright/test';
import { baseUrl, demoServices, freeStarts, mailTo, signIn } from '../support/api';
import { CARDS, holdATime, payWith } from '../support/checkout';
import { test } from '../support/test';

const money = (amountMinor: number) => `$${(amountMinor / 100).toFixed(2)}`;
const guestNow = () => ({ name: 'Ada Guest', email: `ada+${Date.now()}@guest.test` });

/** A service of the demo provider that is booked at once, one seat, with a free time. */
async function anInstantService(request: Parameters<typeof demoServices>[0]) {
  const services = await demoServices(request);
  for (const service of services) {
    const detail = await (await request.get(`/api/catalog/services/${service.id}`)).json();
    if (detail.requiresApproval || detail.capacity > 1) continue;
    const starts = await freeStarts(request, service.id);
    if (starts[0]) return { ...service, start: starts[0] };
  }
  throw new Error('The demo provider has no instant service with a free time');
}

test('a guest finds, books and pays; the mail carries the calendar file; the provider sees 90%', async ({
  page,
  playwright,
}) => {
  const desk = await playwright.request.newContext({ baseURL: baseUrl() });
  const service = await anInstantService(desk);
  const guest = guestNow();

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
  await expect(page.getByText(money(service.guestPriceMinor)).first()).toBeVisible();
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
  await desk.dispose();
});

test('a declined card keeps the hold and says so; another card pays', async ({ page, request }) => {
  const service = await anInstantService(request);
  await page.context().clearCookies();
  await holdATime(page, service.id, guestNow(), service.start);
  await payWith(page, CARDS.declined);
  await expect(page.getByRole('alert').filter({ hasText: 'declined' })).toContainText('still held');
  await payWith(page, CARDS.withoutMoney);
  await expect(page.getByRole('alert').filter({ hasText: 'not enough money' })).toBeVisible();
  await payWith(page, CARDS.works);
  await page.waitForURL(/\/b\//);
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
});

test('a held time survives a reload and is not on offer to others', async ({ page, request }) => {
  const service = await anInstantService(request);
  await holdATime(page, service.id, guestNow(), service.start);
  expect(await freeStarts(request, service.id)).not.toContain(service.start);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Pay', exact: true })).toBeVisible();
});

test('what is wrong with the details is said beside the field, and focus goes there', async ({
  page,
  request,
}) => {
  const service = await anInstantService(request);
  await page.goto(`/book/${service.id}?start=${encodeURIComponent(service.start)}`);
  await page.getByRole('button', { name: /^Continue with/ }).click();
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('Email').fill('not-an-address');
  await page.getByRole('button', { name: 'Hold this time' }).click();
  await expect(page.getByLabel('Email')).toBeFocused();
  await expect(page.getByText(/does not look like an email/)).toBeVisible();
});
