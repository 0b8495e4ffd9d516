import type { Booking } from '@marketplace/services/booking/contract';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { isPaid } from '../../data/payment/paid';
import { useMoney } from '../use-money';
import { WhenWhere } from '../when';

interface FactsProps {
  booking: Booking;
  viewerZone: string | undefined;
}

/** What, when, where and for how much. */
export function Facts({ booking, viewerZone }: FactsProps) {
  const t = useTranslations('booking');
  const summary = useTranslations('summary');
  const money = useMoney(booking.price.currency);
  const { seats } = booking;
  return (
    <dl className="grid overflow-hidden rounded-card border border-line bg-surface">
      <Fact name={t('what')}>
        {booking.serviceTitle} · {booking.providerName}
        {seats > 1 && ` · ${summary('seats', { count: seats })}`}
      </Fact>
      <Fact name={t('when')}>
        <WhenWhere start={booking.start} timeZone={booking.timeZone} viewerZone={viewerZone} />
      </Fact>
      {booking.address && <Fact name={t('where')}>{booking.address}</Fact>}
      <Fact name={isPaid(booking) ? t('paid') : t('price')}>
        <span className="tabular-nums">{money(booking.price.totalMinor)}</span>
      </Fact>
      {booking.refundedMinor > 0 && (
        <Fact name={t('refunded')}>
          <span className="tabular-nums">{money(booking.refundedMinor)}</span>
        </Fact>
      )}
      <Fact name={t('reference')}>
        <code className="break-all text-sm">{booking.bookingId}</code>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-1 border-b border-line px-5 py-4 last:border-0 sm:grid-cols-[9rem_1fr]">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
