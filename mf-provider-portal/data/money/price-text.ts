import { currencyOf } from '@marketplace/services/domain/money';

/** Minor units as a person types them, `5950` EUR → `59.50`. */
export function priceText(amountMinor: number, currency: string): string {
  const { decimals } = currencyOf(currency);
  return (amountMinor / 10 ** decimals).toFixed(decimals);
}

/** What a person typed as minor units, without floating point; null when it is no price. */
export function priceMinor(text: string, currency: string): number | null {
  const { decimals } = currencyOf(currency);
  const match = /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!match) return null;
  const fraction = match[2] ?? '';
  if (fraction.length > decimals) return null;
  return Number(`${match[1]}${fraction.padEnd(decimals, '0')}`);
}
