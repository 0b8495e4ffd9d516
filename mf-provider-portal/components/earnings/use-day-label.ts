import { dateFormat } from '@marketplace/kit/ui/formats';
import { useLocale, useTranslations } from 'use-intl';
import type { EarningsDay } from '../../data/days/earnings-days';
import { useMoney } from '../use-money';

/** Names of calendar dates, and what a day was worth as a sentence. */
export function useDayLabel(currency: string) {
  const t = useTranslations('earnings');
  const locale = useLocale();
  const money = useMoney();
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = dateFormat(locale, { ...options, timeZone: 'UTC' });
    return (date: string) => formatter.format(new Date(`${date}T12:00:00Z`));
  };
  const name = format({ weekday: 'short', day: 'numeric', month: 'short' });
  return {
    name,
    longName: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    amount: (amountMinor: number) => money(amountMinor, currency),
    sentence: ({ date, netMinor, bookings }: EarningsDay) =>
      t('day', { date: name(date), net: money(netMinor, currency), count: bookings }),
  };
}
