import { expect, type Locator, type Page } from '@playwright/test';

/** Today's movements of a booking as the provider's earnings list them, once they name the last one. */
export async function movementsOf(
  provider: Page,
  bookingId: string,
  last: string,
): Promise<Locator> {
  const movements = provider
    .getByRole('region', { name: 'Movements of the day' })
    .getByRole('listitem')
    .filter({ hasText: bookingId });
  await expect(async () => {
    await provider.goto('/portal/earnings');
    await provider.getByRole('tab', { name: 'Table' }).click();
    await provider.getByRole('row').nth(1).getByRole('button').click();
    await expect(movements.filter({ hasText: last })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  return movements;
}

/** The row of a customer's booking in the portal, among those that wait for an answer. */
export async function requestOf(provider: Page, customer: string): Promise<Locator> {
  await provider.goto('/portal/bookings');
  await provider.getByLabel('Show').selectOption('Waiting for you');
  return provider.getByRole('row').filter({ hasText: customer });
}

/** Looks a booking up at the operator's desk, by its number or its customer's address. */
export async function findBooking(operator: Page, text: string): Promise<void> {
  await operator.goto('/portal/operator');
  await operator.getByLabel('Booking number or customer’s email').fill(text);
  await operator.getByRole('button', { name: 'Look up' }).click();
}
