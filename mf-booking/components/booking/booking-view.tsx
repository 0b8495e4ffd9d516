import { Button } from '@marketplace/kit/ui/button';
import type { Booking } from '@marketplace/services/booking/contract';
import { CalendarPlus, CircleCheck, CircleX, Clock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useMoney } from '../use-money';
import { WhenWhere } from '../when';
import { CancelDialog } from './cancel-dialog';
import { googleCalendarUrl } from './google-calendar';

interface BookingViewProps {
  booking: Booking;
  /** Access token of a guest's booking; absent for its signed-in customer. */
  token?: string | undefined;
  onChange(booking: Booking): void;
}

const ICONS: Record<Booking['state'], typeof Clock> = {
  held: Clock,
  requested: Clock,
  confirmed: CircleCheck,
  completed: CircleCheck,
  no_show: CircleX,
  cancelled: CircleX,
  declined: CircleX,
  expired: CircleX,
};

/** One booking: what, when, where, what was paid, and what can be done about it. */
export function BookingView({ booking, token, onChange }: BookingViewProps) {
  const t = useTranslations('booking');
  const Icon = ICONS[booking.state];
  const names = { provider: booking.providerName };
  const isAhead = booking.state === 'confirmed' || booking.state === 'requested';
  return (
    <article className="mx-auto max-w-2xl px-4 py-8 sm:py-12">
      <header className="mb-8">
        <p className="mb-3 inline-flex items-center gap-2 rounded-full bg-primary-quiet px-3 py-1 text-sm font-medium">
          <Icon aria-hidden className="size-4" />
          {t(`state.${booking.state}`, names)}
        </p>
        <h1 className="font-display text-2xl font-semibold">{booking.serviceTitle}</h1>
        <p className="mt-2 text-muted">{t(`lead.${booking.state}`, names)}</p>
      </header>
      <Facts booking={booking} />
      {booking.state === 'held' && (
        <Button asChild variant="primary" size="large" className="mt-6">
          <a href={`/book/${booking.serviceId}`}>{t('pay')}</a>
        </Button>
      )}
      {isAhead && (
        <section className="mt-8 grid gap-4">
          <CalendarLinks booking={booking} token={token} />
          <div>
            <h2 className="font-semibold">{t('next')}</h2>
            <p className="mt-1 text-sm text-muted">{t('nextConfirmed')}</p>
          </div>
        </section>
      )}
      {booking.canCancel && (
        <div className="mt-8 border-t border-line pt-6">
          <CancelDialog booking={booking} token={token} onCancelled={onChange} />
        </div>
      )}
    </article>
  );
}

function Facts({ booking }: { booking: Booking }) {
  const t = useTranslations('booking');
  const money = useMoney(booking.price.currency);
  const summary = useTranslations('summary');
  const isPaid = !['held', 'expired', 'declined', 'requested'].includes(booking.state);
  const facts = [
    [t('what'), `${booking.serviceTitle} · ${booking.providerName}`],
    [t('when'), <WhenWhere key="when" start={booking.start} timeZone={booking.timeZone} />],
    booking.address && [t('where'), booking.address],
    [
      isPaid ? t('paid') : t('toPay'),
      <span key="price" className="tabular-nums">
        {money(booking.price.totalMinor)}
        {booking.price.surchargeMinor > 0 && (
          <span className="block text-sm text-muted">
            {summary('service')} {money(booking.price.baseMinor)} · {summary('surcharge')}{' '}
            {money(booking.price.surchargeMinor)}
          </span>
        )}
      </span>,
    ],
    booking.refundedMinor > 0 && [t('refunded'), money(booking.refundedMinor)],
    [
      t('reference'),
      <code key="id" className="text-sm">
        {booking.bookingId}
      </code>,
    ],
  ].filter((fact) => Array.isArray(fact));
  return (
    <dl className="grid overflow-hidden rounded-card border border-line bg-surface">
      {facts.map(([name, value]) => (
        <div
          key={String(name)}
          className="grid gap-1 border-b border-line px-5 py-4 last:border-0 sm:grid-cols-[9rem_1fr]"
        >
          <dt className="text-sm text-muted">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function CalendarLinks({ booking, token }: { booking: Booking; token?: string | undefined }) {
  const t = useTranslations('booking');
  const query = token ? `?${new URLSearchParams({ t: token })}` : '';
  const file = `/api/booking/bookings/${booking.bookingId}/calendar.ics${query}`;
  return (
    <p className="flex flex-wrap gap-3">
      <Button asChild>
        <a href={file} download={`${booking.bookingId}.ics`}>
          <CalendarPlus aria-hidden />
          {t('calendar')}
        </a>
      </Button>
      <Button asChild variant="quiet">
        <a href={googleCalendarUrl(booking)} target="_blank" rel="noreferrer">
          {t('google')}
        </a>
      </Button>
    </p>
  );
}
