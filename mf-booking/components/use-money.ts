import { formatPrice } from '@marketplace/kit/ui/price';
import { useCallback } from 'react';
import { useLocale } from 'use-intl';

/** Formats minor units of a currency the way the market writes them. */
export function useMoney(currency: string): (amountMinor: number) => string {
  const locale = useLocale();
  return useCallback(
    (amountMinor) => formatPrice({ amountMinor, currency, locale }),
    [locale, currency],
  );
}
