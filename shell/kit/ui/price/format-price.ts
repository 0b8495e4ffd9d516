import { currencyOf, isCurrency } from '@marketplace/services/domain/money';
import { numberFormat } from '../lib/formats';

export interface PriceFormat {
  /** Integer minor units, e.g. 6600 for €66.00 and 6600 for ¥6,600. */
  amountMinor: number;
  /** ISO 4217 code. */
  currency: string;
  /** BCP 47; screens pass what `useLocale` answers. */
  locale: string;
  /** Leaves ".00" away, for pins and ranges; never for what is paid. */
  brief?: boolean;
}

/** An amount as the region writes it, exact whatever its size and however many decimals the currency has. */
export function formatPrice({ amountMinor, currency, locale, brief = false }: PriceFormat): string {
  const format = numberFormat(locale, {
    style: 'currency',
    currency,
    ...(brief ? { trailingZeroDisplay: 'stripIfInteger' } : {}),
  });
  return format.format(majorOf(amountMinor, decimalsOf(currency, format)));
}

/** What the minor unit means is the marketplace's (and Stripe's) business; Intl only knows paper money. */
function decimalsOf(currency: string, format: Intl.NumberFormat): number {
  if (isCurrency(currency)) return currencyOf(currency).decimals;
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** Decimal text, which Intl formats without passing through a float. */
function majorOf(amountMinor: number, decimals: number): `${number}` {
  const sign = amountMinor < 0 ? '-' : '';
  const digits = String(Math.abs(amountMinor)).padStart(decimals + 1, '0');
  if (decimals === 0) return `${sign}${digits}` as `${number}`;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` as `${number}`;
}
