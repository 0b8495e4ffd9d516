import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorFromText, textFromMinor } from './price-input';

describe('a typed price', () => {
  it.each([
    ['40', 'EUR', 4000],
    ['40,5', 'EUR', 4050],
    [' 40.50 ', 'EUR', 4050],
    ['4000', 'JPY', 4000],
    ['1.234', 'KWD', 1234],
    ['0', 'EUR', 0],
  ])('%j in %s is %i minor units', (text, currency, amountMinor) => {
    expect(minorFromText(text, currency)).toBe(amountMinor);
  });

  it.each([
    ['', 'EUR'],
    ['forty', 'EUR'],
    ['-4', 'EUR'],
    ['40.555', 'EUR'],
    ['40.5', 'JPY'],
    ['1e3', 'EUR'],
  ])('%j in %s is not an amount', (text, currency) => {
    expect(minorFromText(text, currency)).toBeUndefined();
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom('EUR', 'JPY', 'KWD'),
        (amountMinor, currency) => {
          expect(minorFromText(textFromMinor(amountMinor, currency), currency)).toBe(amountMinor);
        },
      ),
    );
  });
});
