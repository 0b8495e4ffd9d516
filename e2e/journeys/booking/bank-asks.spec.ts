import { expect, type Page } from '@playwright/test';
import { aGuest, CARDS, expectState, holdATime, payWith } from '../../support/checkout';
import { aService } from '../../support/services';
import { test } from '../../support/test';

/** Answers the bank's question on its own page, which leads back to the booking. */
async function answerBank(page: Page, answer: 'Complete' | 'Fail'): Promise<void> {
  await expect(page.getByRole('heading', { name: '3D Secure 2 Test Page' })).toBeVisible();
  await page.getByRole('button', { name: `${answer} authentication` }).click();
  await page.waitForURL(/\/b\//);
}

test('a bank’s question that is not answered costs nothing; answered, the same hold is booked', async ({
  page,
  request,
}) => {
  const service = await aService(request);
  await holdATime(page, service.id, aGuest(), service.start);
  await payWith(page, CARDS.asksBank);
  await answerBank(page, 'Fail');
  await expect(page.getByText('Your bank did not confirm the payment')).toBeVisible();
  await expect(page.getByText(/Your time is held for/).first()).toBeVisible();

  await page.getByRole('link', { name: 'Go to the payment' }).click();
  await payWith(page, CARDS.asksBank);
  await answerBank(page, 'Complete');
  await expectState(page, 'Confirmed');
  expect(page.url()).not.toMatch(/[?&](t|payment_intent|redirect_status)/);
});
