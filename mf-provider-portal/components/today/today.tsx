import { Button } from '@marketplace/kit/ui/button';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { Notice } from '@marketplace/kit/ui/notice';
import type { Profile, ProviderBooking } from '@marketplace/services/provider/contract';
import { CalendarPlus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { agendaOf } from '../../data/days/day';
import { useClock } from '../use-clock';
import { useMoney } from '../use-money';
import { NextBooking } from './next-booking';
import { Timeline } from './timeline';

export interface TodayProps {
  profile: Profile;
  bookings: ProviderBooking[];
  /** When the server looked, a UTC instant; the browser starts from the same. */
  now: string;
}

const COUNTS = new Set(['confirmed', 'requested']);

/** The desk in the morning: what is next is largest, then the rest of the days ahead. */
export function Today({ profile, bookings, now }: TodayProps) {
  const t = useTranslations('today');
  const clock = useClock(profile.timeZone);
  const live = bookings.filter((booking) => COUNTS.has(booking.state));
  const agenda = agendaOf(live, Date.parse(now), profile.timeZone);
  const waiting = bookings.filter((booking) => booking.state === 'requested').length;

  return (
    <>
      <header className="mb-8">
        <h1 className="font-display text-2xl font-semibold">
          {t('greeting', { date: clock.longDay(now) })}
        </h1>
        <p className="mt-1 text-sm text-muted">
          {t('zone', { zone: profile.timeZone.replaceAll('_', ' ') })}
        </p>
      </header>
      <div className="grid gap-8">
        {!profile.chargesEnabled && <Notice tone="warning" title={t('payments')} />}
        {waiting > 0 && (
          <Notice
            tone="warning"
            title={t('waiting', { count: waiting })}
            actions={
              <Link href="/portal/bookings" className="font-semibold underline underline-offset-4">
                {t('waitingAction')}
              </Link>
            }
          />
        )}
        {agenda.next ? (
          <NextBooking booking={agenda.next} clock={clock} nowMs={Date.parse(now)} />
        ) : (
          <NothingBooked />
        )}
        <Week
          bookings={[agenda.next, ...agenda.later].filter((one) => one !== null)}
          profile={profile}
        />
        {agenda.later.length > 0 && (
          <Timeline title={t('later')} bookings={agenda.later} clock={clock} />
        )}
        {agenda.earlier.length > 0 && (
          <Timeline title={t('earlier')} bookings={agenda.earlier} clock={clock} />
        )}
      </div>
    </>
  );
}

function NothingBooked() {
  const t = useTranslations('today');
  return (
    <EmptyState
      icon={CalendarPlus}
      title={t('emptyTitle')}
      action={
        <Button asChild variant="primary">
          <Link href="/portal/availability">{t('emptyAction')}</Link>
        </Button>
      }
    >
      {t('emptyText')}
    </EmptyState>
  );
}

function Week({ bookings, profile }: { bookings: ProviderBooking[]; profile: Profile }) {
  const t = useTranslations('today');
  const money = useMoney();
  const netMinor = bookings.reduce((sum, booking) => sum + booking.providerNetMinor, 0);
  return (
    <p className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-y border-line py-4 text-sm">
      <span className="text-muted">{t('week')}</span>
      <strong className="font-semibold">{t('weekBookings', { count: bookings.length })}</strong>
      <strong className="font-semibold tabular-nums">
        {t('weekNet', { net: money(netMinor, profile.currency) })}
      </strong>
    </p>
  );
}
