import { formatPrice } from '@marketplace/kit/ui/price';
import { useCallback } from 'react';
import { useLocale } from 'use-intl';

/** Formats minor units of any currency the way the market writes them. */
export function useMoney(): (amountMinor: number, currency: string) => string {
  const locale = useLocale();
  return useCallback(
    (amountMinor, currency) => formatPrice({ amountMinor, currency, locale }),
    [locale],
  );
}
