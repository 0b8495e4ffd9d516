import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceMinor, priceText } from './price-text';

describe('typed prices', () => {
  it.each([
    ['60', 'EUR', 6000],
    ['59,5', 'EUR', 5950],
    ['19.99', 'USD', 1999],
    ['5000', 'JPY', 5000],
    ['1.250', 'KWD', 1250],
  ])('%s %s is %i', (text, currency, expected) => {
    expect(priceMinor(text, currency)).toBe(expected);
  });

  it.each([
    ['', 'EUR'],
    ['-5', 'EUR'],
    ['1.234', 'EUR'],
    ['5.5', 'JPY'],
    ['ten', 'USD'],
    ['1e3', 'USD'],
  ])('"%s" %s is no price', (text, currency) => {
    expect(priceMinor(text, currency)).toBeNull();
  });

  it('what is shown is read back as the same amount', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.constantFrom('EUR', 'JPY', 'KWD'), (amount, currency) => {
        expect(priceMinor(priceText(amount, currency), currency)).toBe(amount);
      }),
    );
  });
});
