import { formatPrice, Price } from '@marketplace/kit/ui/price';
import { useLocale } from '@marketplace/kit/ui/scope';
import type { ServiceSummary } from '@marketplace/services/catalog/contract';
import { useTranslations } from 'use-intl';

interface GuestPriceProps {
  service: Pick<ServiceSummary, 'priceMinor' | 'guestPriceMinor' | 'currency'>;
  /** On two lines, for narrow places. */
  stacked?: boolean;
  className?: string;
}

/** What a guest pays, with the signed-in price beside it: nothing is added at checkout. */
export function GuestPrice({ service, stacked, className }: GuestPriceProps) {
  const t = useTranslations('service');
  const locale = useLocale();
  const { guestPriceMinor, priceMinor, currency } = service;
  const price = formatPrice({ amountMinor: priceMinor, currency, locale });
  return (
    <p className={className}>
      <Price amountMinor={guestPriceMinor} currency={currency} className="font-semibold text-ink" />{' '}
      <span className="text-muted">{t('asGuest')}</span>
      {stacked ? <br /> : <span className="text-muted"> · </span>}
      <span className="whitespace-nowrap tabular-nums text-muted">{t('signedIn', { price })}</span>
    </p>
  );
}
