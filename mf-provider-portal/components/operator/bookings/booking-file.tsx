import { Badge } from '@marketplace/kit/ui/badge';
import type { OperatorBookingDetail } from '@marketplace/services/provider/contract';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { DisputeBadge } from '../../dispute-badge';
import { useClock } from '../../use-clock';
import { useMoney } from '../../use-money';
import { BookingLedger } from './booking-ledger';
import { RefundForm } from './refund-form';

interface BookingFileProps {
  booking: OperatorBookingDetail;
  onChange(booking: OperatorBookingDetail): void;
}

/** All that there is to know of a booking: who, what, who holds how much of the money, and why. */
export function BookingFile({ booking, onChange }: BookingFileProps) {
  const t = useTranslations('operator.bookings');
  const state = useTranslations('state');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="booking-file" className="grid gap-8">
      <header className="flex flex-wrap items-center gap-3">
        <h2
          id="booking-file"
          ref={heading}
          tabIndex={-1}
          className="font-display text-xl font-semibold"
        >
          {booking.serviceTitle}
        </h2>
        <Badge>{state(booking.state)}</Badge>
        <DisputeBadge booking={booking} />
      </header>
      <Facts booking={booking} />
      <Standing booking={booking} />
      <RefundForm booking={booking} onRefunded={onChange} />
      <div>
        <h3 className="mb-2 font-semibold">{t('ledger')}</h3>
        <BookingLedger entries={booking.entries} />
      </div>
    </section>
  );
}

function Facts({ booking }: { booking: OperatorBookingDetail }) {
  const t = useTranslations('operator.bookings.facts');
  const clock = useClock('UTC');
  const { customer, provider } = booking;
  return (
    <dl className="grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
      <Fact term={t('when')}>
        {clock.longDay(booking.start)}, {clock.time(booking.start)} UTC
      </Fact>
      <Fact term={t('provider')}>
        <a href={`/p/${provider.slug}`} className="underline">
          {provider.name}
        </a>
      </Fact>
      <Fact term={t('customer')}>
        {customer ? `${customer.name}, ${customer.email}` : t('erased')}
      </Fact>
      <Fact term={t('number')}>{booking.bookingId}</Fact>
      <Fact term={t('payment')}>{booking.paymentIntentId ?? t('none')}</Fact>
      {booking.dispute?.respondBy && (
        <Fact term={t('respondBy')}>{clock.longDay(booking.dispute.respondBy)}</Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}

/** Who holds what of the payment, by the ledger's entries alone. */
function Standing({ booking }: { booking: OperatorBookingDetail }) {
  const t = useTranslations('operator.bookings.standing');
  const money = useMoney();
  const { standing, price, refundedMinor, dispute } = booking;
  const rows = [
    ['paid', price.totalMinor],
    ['refunded', refundedMinor],
    ['disputed', dispute?.amountMinor ?? 0],
    ['provider', standing.providerDueMinor],
    ['platform', standing.platformDueMinor],
    ['debt', standing.debtMinor],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-4 rounded-card bg-sunken p-4 text-sm sm:grid-cols-3 lg:grid-cols-6">
      {rows.map(([row, minor]) => (
        <div key={row}>
          <dt className="text-xs text-muted">{t(row)}</dt>
          <dd className="font-semibold tabular-nums">{money(minor, price.currency)}</dd>
        </div>
      ))}
    </dl>
  );
}
