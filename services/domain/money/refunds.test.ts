import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balances, currencyOf, halfOf, heldAfter, quote, refundShares } from './index';

const guestBooking = quote({ unitPriceMinor: 10000, currency: 'EUR', guest: true });

describe('refundShares', () => {
  it('splits the whole and the half refund as the worked table does', () => {
    expect(refundShares(guestBooking, 0, 11000)).toEqual({
      refundMinor: 11000,
      reversalMinor: 11000,
      feeRefundMinor: 2000,
    });
    expect(heldAfter(guestBooking, 11000)).toEqual({ providerMinor: 0, platformMinor: 0 });
    const half = halfOf(guestBooking);
    expect(refundShares(guestBooking, 0, half)).toEqual({
      refundMinor: 5500,
      reversalMinor: 5500,
      feeRefundMinor: 1000,
    });
    expect(heldAfter(guestBooking, half)).toEqual({ providerMinor: 4500, platformMinor: 1000 });
  });

  it('rounds half of an odd total up', () => {
    expect(halfOf({ totalMinor: 10995, currency: 'EUR' })).toBe(5498);
    expect(halfOf({ totalMinor: 1150, currency: 'KWD' })).toBe(580);
  });

  it('refuses to give back more than was charged', () => {
    expect(() => refundShares(guestBooking, 11000, 1)).toThrow(RangeError);
    expect(() => refundShares(guestBooking, 0, -1)).toThrow(RangeError);
  });

  it('leaves provider and platform exactly what the rule says after any sequence of refunds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('EUR', 'JPY', 'KWD', 'ISK'),
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.boolean(),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
        (currency, steps, guest, fractions) => {
          const { stepMinor } = currencyOf(currency);
          const charged = quote({ unitPriceMinor: steps * stepMinor, currency, guest });
          const entries: Parameters<typeof balances>[0][number][] = [
            { type: 'charge', amountMinor: charged.totalMinor },
            { type: 'transfer', amountMinor: charged.totalMinor },
            { type: 'application_fee', amountMinor: charged.applicationFeeMinor },
          ];
          let refunded = 0;
          for (const fraction of [...fractions, 1]) {
            const leftSteps = (charged.totalMinor - refunded) / stepMinor;
            const amount = Math.floor(leftSteps * fraction) * stepMinor;
            const shares = refundShares(charged, refunded, amount);
            refunded += amount;
            entries.push(
              { type: 'refund', amountMinor: shares.refundMinor },
              { type: 'reversal', amountMinor: shares.reversalMinor },
              { type: 'fee_refund', amountMinor: shares.feeRefundMinor },
            );
            const held = heldAfter(charged, refunded);
            const sums = balances(entries);
            expect(sums.provider).toBe(held.providerMinor);
            expect(sums.platform).toBe(held.platformMinor);
            expect(shares.feeRefundMinor).toBeGreaterThanOrEqual(0);
            expect(held.providerMinor).toBeGreaterThanOrEqual(0);
            expect(held.platformMinor).toBeGreaterThanOrEqual(0);
            expect(held.providerMinor + held.platformMinor).toBe(charged.totalMinor - refunded);
          }
          expect(heldAfter(charged, charged.totalMinor)).toEqual({
            providerMinor: 0,
            platformMinor: 0,
          });
        },
      ),
    );
  });
});

describe('balances', () => {
  it('sums to nothing over all parties, and a debt moves nothing', () => {
    const sums = balances([
      { type: 'charge', amountMinor: 11000 },
      { type: 'stripe_fee', amountMinor: 350 },
      { type: 'provider_debt', amountMinor: 9000 },
    ]);
    expect(Object.values(sums).reduce((sum, value) => sum + value, 0)).toBe(0);
    expect(sums.platform).toBe(10650);
  });
});
