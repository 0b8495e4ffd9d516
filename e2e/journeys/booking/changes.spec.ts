import { expect, type Page } from '@playwright/test';
import { freeStarts, signIn } from '../../support/api';
import { book, dollars, expectState } from '../../support/checkout';
import { movementsOf } from '../../support/desk';
import { aService } from '../../support/services';
import { test } from '../../support/test';

const fact = (page: Page, name: string) =>
  page.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd');

test('a customer who cancels gets what the terms say, and the provider’s earnings say the same', async ({
  page,
  request,
  provider,
}) => {
  const service = await aService(request, { policy: 'moderate', daysAhead: 2 });
  const half = dollars(service.priceMinor / 2);
  await signIn(page.request, 'customer@demo.test');
  const bookingId = await book(page, service);
  await expectState(page, 'Confirmed');

  await page.getByRole('button', { name: 'Cancel this booking' }).click();
  const question = page.getByRole('dialog', { name: 'Cancel this booking?' });
  await expect(question).toContainText(`${half} of ${dollars(service.priceMinor)} goes back`);
  await question.getByRole('button', { name: `Cancel and refund ${half}` }).click();
  await expectState(page, 'Cancelled');
  await expect(fact(page, 'Refunded').first()).toHaveText(half);
  await page.reload();
  await expect(fact(page, 'Refunded').first()).toHaveText(half);
  await expect(page.getByRole('button', { name: 'Cancel this booking' })).toHaveCount(0);

  const movements = await movementsOf(provider, bookingId, 'Platform fee given back');
  await expect(movements.filter({ hasText: 'Refund to the customer' })).toContainText(half);
  await expect(movements.filter({ hasText: 'Transfer taken back' })).toContainText(`-${half}`);
  await expect(movements.filter({ hasText: 'Platform fee given back' })).toContainText(
    `+${dollars(service.priceMinor / 20)}`,
  );
});

test('a customer moves a booking without a second charge, and the old time is free again', async ({
  page,
  request,
  provider,
}) => {
  const service = await aService(request, { policy: 'flexible', daysAhead: 3 });
  await signIn(page.request, 'customer@demo.test');
  const bookingId = await book(page, service);
  await expectState(page, 'Confirmed');
  expect(await freeStarts(request, service.id)).not.toContain(service.start);

  await page.getByRole('button', { name: 'Change the time' }).click();
  await page
    .getByRole('table')
    .getByRole('button', { name: /free time/, disabled: false })
    .last()
    .click();
  await page
    .getByRole('region', { name: /Morning|Afternoon|Evening/ })
    .getByRole('button')
    .first()
    .click();
  const move = page.getByRole('button', { name: /^Move to / });
  const newTime = ((await move.textContent()) ?? '').replace('Move to ', '');
  await move.click();
  await expect(page.getByText(`Your booking was moved to ${newTime}.`)).toBeVisible();

  const start = await page.getByRole('time').first().getAttribute('datetime');
  expect(start).not.toBe(service.start);
  await expect.poll(() => freeStarts(request, service.id)).toContain(service.start);
  await page.reload();
  await expect(page.getByRole('time').first()).toHaveAttribute('datetime', start ?? '');
  await expect(fact(page, 'Total paid')).toHaveText(dollars(service.priceMinor));

  const movements = await movementsOf(provider, bookingId, 'Customer paid');
  await expect(movements.filter({ hasText: 'Customer paid' })).toHaveCount(1);
});
