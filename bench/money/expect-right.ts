import { expect } from 'vitest';
import { heldAfter } from '../../services/domain/money';
import type { Sale } from './sale';

/** Every rule of money that holds at any moment, by the ledger alone and against Stripe's balances. */
export async function expectRight(sale: Sale, mayOwe: boolean): Promise<void> {
  const { totalMinor, currency } = sale.price;
  const entries = await sale.entries();
  const sum = (type: string) =>
    entries
      .filter((entry) => entry.type === type)
      .reduce((total, { amountMinor }) => total + amountMinor, 0);
  const givenBackMinor = sum('refund') + sum('dispute') - sum('dispute_reversal');
  const due = heldAfter(sale.price, givenBackMinor);
  const stands = await sale.standing();
  expect(entries.every((entry) => entry.currency === currency)).toBe(true);
  expect(sum('charge')).toBe(totalMinor);
  expect(stands.heldMinor).toBe(totalMinor - givenBackMinor);
  expect(stands.providerDueMinor).toBe(due.providerMinor);
  expect(stands.platformDueMinor).toBe(due.platformMinor);
  expect(stands.providerDueMinor + stands.platformDueMinor).toBe(stands.heldMinor);
  expect(stands.providerDueMinor).toBeGreaterThanOrEqual(0);
  expect(stands.platformDueMinor).toBeGreaterThanOrEqual(0);
  expect(stands.providerMinor).toBe(stands.providerDueMinor + stands.debtMinor);
  if (!mayOwe) expect(stands.debtMinor).toBe(0);
  const { platform, provider, ...others } = await sale.ledger();
  expect(await sale.atStripe()).toEqual({ platform, provider });
  const rest = Object.values(others).reduce((total, minor) => total + minor, 0);
  expect(platform + provider + rest).toBe(0);
}
