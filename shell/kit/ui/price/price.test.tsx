import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SliceScope } from '../scope';
import { formatPrice, Price } from './index';

describe('formatPrice', () => {
  it.each([
    [6600, 'EUR', 'en-DE', '€66.00'],
    [123_456_789, 'EUR', 'en-DE', '€1,234,567.89'],
    [5, 'GBP', 'en-GB', '£0.05'],
    [6600, 'JPY', 'en-JP', '¥6,600'],
    [0, 'JPY', 'en-JP', '¥0'],
    [12_340, 'KWD', 'en-KW', 'KWD 12.340'],
    [-5500, 'USD', 'en-US', '-$55.00'],
    [150_000, 'ISK', 'en-IS', 'ISK 1,500'],
  ])('writes %i minor units of %s for %s as %s', (amountMinor, currency, locale, written) => {
    expect(formatPrice({ amountMinor, currency, locale }).replaceAll('\u00a0', ' ')).toBe(written);
  });

  it('is exact where a float is not', () => {
    const amountMinor = Number.MAX_SAFE_INTEGER;
    expect(formatPrice({ amountMinor, currency: 'USD', locale: 'en-US' })).toBe(
      '$90,071,992,547,409.91',
    );
  });

  it('leaves empty decimals away only when asked, and never decimals that say something', () => {
    const brief = (amountMinor: number) =>
      formatPrice({ amountMinor, currency: 'USD', locale: 'en-US', brief: true });
    expect(brief(6600)).toBe('$66');
    expect(brief(6650)).toBe('$66.50');
  });
});

describe('Price', () => {
  it("writes English with the market's currency habits", () => {
    const html = renderToStaticMarkup(
      <SliceScope locale="de-CH" language="en">
        <Price amountMinor={123_450} currency="CHF" />
      </SliceScope>,
    );
    expect(html.replace(/<[^>]+>/g, '').replaceAll('\u00a0', ' ')).toMatch(
      /^CHF 1(&#x27;|’)234\.50$/,
    );
  });
});
