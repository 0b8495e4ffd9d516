import { currencyOf } from '@marketplace/services/domain/money';
import { useCallback } from 'react';
import { useLocale } from 'use-intl';

/** Formats minor units of any currency the way the market writes them. */
export function useMoney(): (amountMinor: number, currency: string) => string {
  const locale = useLocale();
  return useCallback(
    (amountMinor, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
        amountMinor / 10 ** currencyOf(currency).decimals,
      ),
    [locale],
  );
}
