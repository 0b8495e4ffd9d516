import { currencyOf } from '@marketplace/services/domain/money';
import { useCallback } from 'react';
import { useLocale } from 'use-intl';

/** Formats minor units of a currency the way the market writes them. */
export function useMoney(currency: string): (amountMinor: number) => string {
  const locale = useLocale();
  return useCallback(
    (amountMinor) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
        amountMinor / 10 ** currencyOf(currency).decimals,
      ),
    [locale, currency],
  );
}
