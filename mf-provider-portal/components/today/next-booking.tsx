import type { ProviderBooking } from '@marketplace/services/provider/contract';
import { useTranslations } from 'use-intl';
import { distanceTo } from '../../data/days/day';
import type { useClock } from '../use-clock';
import { useCustomer } from '../use-customer';
import { useMoney } from '../use-money';

interface NextBookingProps {
  booking: ProviderBooking;
  clock: ReturnType<typeof useClock>;
  nowMs: number;
}

/** The next thing of the day, larger than all else. */
export function NextBooking({ booking, clock, nowMs }: NextBookingProps) {
  const t = useTranslations('today');
  const money = useMoney();
  const customer = useCustomer();
  return (
    <section
      aria-label={t('next')}
      className="rounded-card border border-line bg-surface p-6 shadow-card sm:p-8"
    >
      <p className="text-sm text-muted">
        {t('next')} · {clock.day(booking.start)} <Distance start={booking.start} nowMs={nowMs} />
      </p>
      <p className="mt-2 font-display text-3xl font-semibold tabular-nums sm:text-4xl">
        <time dateTime={booking.start}>{clock.time(booking.start)}</time>
        <span className="text-muted"> – {clock.time(booking.end)}</span>
      </p>
      <p className="mt-4 text-lg font-semibold">{customer(booking)}</p>
      <p className="flex flex-wrap justify-between gap-2 text-muted">
        <span>{booking.serviceTitle}</span>
        <span className="tabular-nums">
          {money(booking.providerNetMinor, booking.price.currency)}
        </span>
      </p>
    </section>
  );
}

function Distance({ start, nowMs }: { start: string; nowMs: number }) {
  const t = useTranslations('today');
  const distance = distanceTo(start, nowMs);
  if (!distance) return null;
  const words = {
    running: () => t('running'),
    minutes: (count: number) => t('inMinutes', { minutes: count }),
    hours: (count: number) => t('inHours', { hours: count }),
  };
  return (
    <span className="ml-1 rounded-full bg-accent-quiet px-2.5 py-0.5 font-medium text-ink">
      {distance.unit === 'running' ? words.running() : words[distance.unit](distance.count)}
    </span>
  );
}
