import { Button } from '@marketplace/kit/ui/button';
import type { Booking } from '@marketplace/services/booking/contract';
import { CalendarPlus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { googleCalendarUrl } from './google-calendar';

interface NextStepsProps {
  booking: Booking;
  token?: string | undefined;
}

/** Of a booking that is ahead: into the calendar, and what happens then; of one that is not, the way on. */
export function NextSteps({ booking, token }: NextStepsProps) {
  const t = useTranslations('booking');
  if (booking.state === 'held' || booking.state === 'requested') return null;
  if (booking.state !== 'confirmed') {
    return (
      <p>
        <Button asChild>
          <a href={`/book/${booking.serviceId}`}>{t('again')}</a>
        </Button>
      </p>
    );
  }
  return (
    <section className="grid gap-4">
      <CalendarLinks booking={booking} token={token} />
      <div>
        <h2 className="font-semibold">{t('next')}</h2>
        <p className="mt-1 text-sm text-muted">{t('nextConfirmed')}</p>
      </div>
    </section>
  );
}

function CalendarLinks({ booking, token }: NextStepsProps) {
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
      <Button asChild>
        <a href={googleCalendarUrl(booking)} target="_blank" rel="noreferrer">
          {t('google')}
        </a>
      </Button>
    </p>
  );
}
