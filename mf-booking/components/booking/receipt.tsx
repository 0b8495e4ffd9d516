import { Button } from '@marketplace/kit/ui/button';
import { PriceSplit, type PriceSplitRow } from '@marketplace/kit/ui/price-split';
import type { Booking } from '@marketplace/services/booking/contract';
import { Printer } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { isPaid } from '../../data/payment/paid';
import { WhenWhere } from '../when';

/** What was paid and what for; the only part of the page that is printed. */
export function Receipt({ booking }: { booking: Booking }) {
  const t = useTranslations('booking.receipt');
  const summary = useTranslations('summary');
  const locale = useLocale();
  if (!isPaid(booking)) return null;
  const { price, refundedMinor, seats, customer } = booking;
  const paidOn = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeZone: booking.timeZone,
  }).format(new Date(booking.createdAt));
  const base: PriceSplitRow = {
    label: booking.serviceTitle,
    amountMinor: price.baseMinor,
    ...(seats > 1 ? { note: summary('seats', { count: seats }) } : {}),
  };
  const rows = [
    base,
    ...(price.surchargeMinor > 0
      ? [{ label: summary('surcharge'), amountMinor: price.surchargeMinor }]
      : []),
    ...(refundedMinor > 0
      ? [
          { label: t('charged'), amountMinor: price.totalMinor },
          { label: t('refunded'), amountMinor: -refundedMinor },
        ]
      : []),
  ];
  return (
    <section
      data-receipt
      aria-label={t('heading')}
      className="rounded-card border border-line bg-surface p-5"
    >
      <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 className="font-semibold">{t('heading')}</h2>
          <p className="text-sm text-muted">{t('issued', { date: paidOn })}</p>
        </div>
        <Button size="small" className="print:hidden" onClick={() => print()}>
          <Printer aria-hidden />
          {t('print')}
        </Button>
      </div>
      <div className="mb-4 hidden gap-2 text-sm print:grid">
        <p>{t('from', { provider: booking.providerName })}</p>
        {customer && <p>{t('to', { name: customer.name })}</p>}
        <WhenWhere start={booking.start} timeZone={booking.timeZone} />
        <p className="break-all">{t('number', { id: booking.bookingId })}</p>
      </div>
      <PriceSplit
        rows={rows}
        total={{ label: t('total'), amountMinor: price.totalMinor - refundedMinor }}
        currency={price.currency}
      />
    </section>
  );
}
