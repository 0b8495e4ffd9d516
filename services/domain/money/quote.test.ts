import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCY_CODES, currencyOf, priceProblem, quote } from './index';

const anyPrice = fc
  .record({
    currency: fc.constantFrom(...CURRENCY_CODES),
    steps: fc.integer({ min: 1, max: 1_000_000_000 }),
    seats: fc.integer({ min: 1, max: 500 }),
    guest: fc.boolean(),
  })
  .map(({ currency, steps, seats, guest }) => ({
    unitPriceMinor: steps * currencyOf(currency).stepMinor,
    currency,
    seats,
    guest,
  }));

describe('quote', () => {
  it.each([
    [10000, false, 0, 10000, 1000, 9000, 1000],
    [10000, true, 1000, 11000, 1000, 9000, 2000],
    [9995, true, 1000, 10995, 1000, 8995, 2000],
    [5, true, 1, 6, 1, 4, 2],
  ])(
    'prices base %i (guest: %s) as the worked table does',
    (base, guest, surchargeMinor, totalMinor, commissionMinor, providerNetMinor, fee) => {
      expect(quote({ unitPriceMinor: base, currency: 'EUR', guest })).toEqual({
        baseMinor: base,
        surchargeMinor,
        totalMinor,
        commissionMinor,
        providerNetMinor,
        applicationFeeMinor: fee,
        currency: 'EUR',
      });
    },
  );

  it('multiplies by the seats before it rounds', () => {
    expect(quote({ unitPriceMinor: 5, seats: 2, currency: 'EUR', guest: true })).toMatchObject({
      baseMinor: 10,
      surchargeMinor: 1,
      commissionMinor: 1,
    });
  });

  it('rounds to whole steps of currencies with three decimals and of whole-unit currencies', () => {
    expect(quote({ unitPriceMinor: 1050, currency: 'KWD', guest: true })).toMatchObject({
      commissionMinor: 110,
      totalMinor: 1160,
    });
    expect(quote({ unitPriceMinor: 150_500, currency: 'ISK', guest: true })).toMatchObject({
      commissionMinor: 15_100,
      totalMinor: 165_600,
    });
    expect(quote({ unitPriceMinor: 4995, currency: 'JPY', guest: true }).totalMinor).toBe(5495);
  });

  it('refuses prices that are not whole steps, unknown currencies and no seats', () => {
    expect(() => quote({ unitPriceMinor: 1005, currency: 'KWD', guest: false })).toThrow(
      RangeError,
    );
    expect(() => quote({ unitPriceMinor: 10.5, currency: 'EUR', guest: false })).toThrow(
      RangeError,
    );
    expect(() => quote({ unitPriceMinor: -1, currency: 'EUR', guest: false })).toThrow(RangeError);
    expect(() => quote({ unitPriceMinor: 100, currency: 'XXX', guest: false })).toThrow(RangeError);
    expect(() => quote({ unitPriceMinor: 100, seats: 0, currency: 'EUR', guest: false })).toThrow(
      RangeError,
    );
  });

  it('never loses a unit: total = provider + fee, surcharge only for guests, all in whole steps', () => {
    fc.assert(
      fc.property(anyPrice, (input) => {
        const price = quote(input);
        const { stepMinor } = currencyOf(input.currency);
        expect(price.totalMinor).toBe(price.providerNetMinor + price.applicationFeeMinor);
        expect(price.baseMinor).toBe(price.providerNetMinor + price.commissionMinor);
        expect(price.totalMinor).toBe(price.baseMinor + price.surchargeMinor);
        if (!input.guest) expect(price.surchargeMinor).toBe(0);
        for (const amount of [
          price.totalMinor,
          price.providerNetMinor,
          price.applicationFeeMinor,
        ]) {
          expect(amount % stepMinor).toBe(0);
          expect(amount).toBeGreaterThanOrEqual(0);
        }
        const exactTenth = price.baseMinor / 10;
        expect(Math.abs(price.commissionMinor - exactTenth)).toBeLessThanOrEqual(stepMinor / 2);
      }),
    );
  });
});

describe('priceProblem', () => {
  it('names the reason a price cannot be saved', () => {
    expect(priceProblem(49, 'USD')).toBe('BELOW_MINIMUM');
    expect(priceProblem(50, 'USD')).toBeUndefined();
    expect(priceProblem(49, 'JPY')).toBe('BELOW_MINIMUM');
    expect(priceProblem(1005, 'KWD')).toBe('NOT_IN_WHOLE_STEPS');
    expect(priceProblem(100, 'XYZ')).toBe('UNKNOWN_CURRENCY');
    expect(priceProblem(0, 'EUR')).toBe('BELOW_MINIMUM');
  });
});
