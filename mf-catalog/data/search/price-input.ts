import { currencyOf } from '@marketplace/services/domain/money';

/** Minor units of an amount as typed ("40", "40.5", "40,50"); undefined for what is not one. */
export function minorFromText(text: string, currency: string): number | undefined {
  const { decimals } = currencyOf(currency);
  const [, whole = '', fraction = ''] = /^\s*(\d{1,12})(?:[.,](\d{0,3}))?\s*$/.exec(text) ?? [];
  if (whole === '' || fraction.length > decimals) return undefined;
  return Number(whole + fraction.padEnd(decimals, '0'));
}

/** An amount as one would type it: "40", "40.50". */
export function textFromMinor(amountMinor: number | undefined, currency: string): string {
  if (amountMinor === undefined) return '';
  const { decimals } = currencyOf(currency);
  const digits = String(amountMinor).padStart(decimals + 1, '0');
  const fraction = decimals === 0 ? '' : digits.slice(-decimals);
  const whole = decimals === 0 ? digits : digits.slice(0, -decimals);
  return Number(fraction) === 0 ? whole : `${whole}.${fraction}`;
}
