import { expect } from '@playwright/test';
import { aGuest, book, dollars, expectState } from '../../support/checkout';
import { findBooking } from '../../support/desk';
import { aService } from '../../support/services';
import { test } from '../../support/test';

test('the operator finds a booking by the guest’s address and gives a part back, once', async ({
  page,
  request,
  operator,
}) => {
  const service = await aService(request);
  const guest = aGuest();
  const bookingId = await book(page, service, guest);
  await expectState(page, 'Confirmed');

  await findBooking(operator, guest.email);
  const file = operator.getByRole('region', { name: service.title });
  await expect(file).toContainText(bookingId);
  const standing = (name: string) =>
    file.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd').first();
  const entries = file.getByRole('listitem').filter({ hasText: 'Refund to the customer' });
  await expect(standing('Refunded')).toHaveText('$0.00');

  await file.getByLabel('Amount (USD)').fill('10.50');
  await file.getByRole('button', { name: 'Refund …' }).click();
  const question = operator.getByRole('dialog', { name: 'Refund $10.50?' });
  await question.getByRole('button', { name: 'Refund $10.50' }).dblclick();
  await expect(operator.getByText('The refund is on its way.')).toBeVisible();
  await expect(standing('Refunded')).toHaveText('$10.50');
  await expect(file.getByText(`At most ${dollars(service.guestPriceMinor - 1050)}.`)).toBeVisible();

  await expect(async () => {
    await operator.getByRole('button', { name: 'Look up' }).click();
    await expect(entries).toHaveCount(1, { timeout: 2_000 });
  }).toPass();
  await expect(entries).toContainText('$10.50');
  await expect(standing('Refunded')).toHaveText('$10.50');

  await page.reload();
  await expect(page.getByText('Refunded').first()).toBeVisible();
  await expect(page.getByText('$10.50').first()).toBeVisible();
});
