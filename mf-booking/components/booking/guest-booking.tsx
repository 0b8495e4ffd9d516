import { Skeleton } from '@marketplace/kit/ui/skeleton';
import { useTranslations } from 'use-intl';
import { BookingView } from './booking-view';
import { NoSuchBooking } from './no-such-booking';
import { useBooking } from './use-booking';

/** A booking opened from its link, which carries the right to see it. */
export function GuestBooking({ bookingId }: { bookingId: string }) {
  const t = useTranslations('booking');
  const { load, token, bankAnswer, setBooking } = useBooking(bookingId);
  if (load.status === 'failed') return <NoSuchBooking />;
  if (load.status === 'ready') {
    return (
      <BookingView
        booking={load.booking}
        token={token}
        bankAnswer={bankAnswer}
        onChange={setBooking}
      />
    );
  }
  return (
    <div role="status" className="mx-auto max-w-2xl px-4 py-8 sm:py-12">
      <p className="sr-only">{t('loading')}</p>
      <Skeleton className="mb-3 h-7 w-32" />
      <Skeleton className="mb-8 h-9 w-2/3" />
      <Skeleton className="h-72" />
    </div>
  );
}
