import { expect, type Page } from '@playwright/test';
import { aGuest, book, dollars, expectState } from '../../support/checkout';
import { requestOf } from '../../support/desk';
import { aService } from '../../support/services';
import { test } from '../../support/test';

/** The customer turns back to the tab with the booking. */
const comeBack = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

for (const { answer, state, words } of [
  { answer: 'Accept', state: 'Confirmed', words: 'You are booked.' },
  { answer: 'Decline', state: 'Declined', words: 'Your card was not charged.' },
]) {
  test(`a request waits for the provider, who answers “${answer}”: the customer reads it`, async ({
    page,
    request,
    provider,
  }) => {
    const service = await aService(request, { requiresApproval: true });
    const guest = aGuest();
    await book(page, service, guest);
    await expectState(page, `Waiting for ${service.providerName}`);
    const reserved = `${dollars(service.guestPriceMinor)} is reserved on your card, not charged`;
    await expect(page.getByRole('region', { name: /Where your request stands/ })).toContainText(
      reserved,
    );
    await expect(page.getByRole('heading', { name: 'Receipt' })).toHaveCount(0);

    const row = await requestOf(provider, guest.name);
    await row.getByRole('button', { name: answer }).click();
    await expect(provider.getByRole('status').filter({ hasText: guest.name })).toContainText(state);

    await comeBack(page);
    await expectState(page, state);
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Receipt' })).toHaveCount(
      state === 'Confirmed' ? 1 : 0,
    );
  });
}
