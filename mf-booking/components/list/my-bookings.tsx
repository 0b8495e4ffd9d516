import { Badge } from '@marketplace/kit/ui/badge';
import { Button } from '@marketplace/kit/ui/button';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { Notice } from '@marketplace/kit/ui/notice';
import type { Booking, BookingList } from '@marketplace/services/booking/contract';
import { CalendarHeart, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { fetchMyBookings } from '../../data/bookings';
import { useMoney } from '../use-money';
import { WhenWhere } from '../when';
import { GuestBookings } from './guest-bookings';

const LIVE: Booking['state'][] = ['held', 'requested', 'confirmed'];

interface MyBookingsProps extends BookingList {
  /** UTC instant that parts what is ahead from what is past. */
  now: string;
}

/** The signed-in customer's bookings: what is coming up, then what has been. */
export function MyBookings({ items, nextCursor, now }: MyBookingsProps) {
  const t = useTranslations('list');
  const [list, setList] = useState<BookingList>({ items, ...(nextCursor ? { nextCursor } : {}) });
  const [hasFailed, setHasFailed] = useState(false);
  const isAhead = (booking: Booking) =>
    LIVE.includes(booking.state) && Date.parse(booking.end) > Date.parse(now);

  const showMore = async () => {
    try {
      const more = await fetchMyBookings({ cursor: list.nextCursor });
      setList({ ...more, items: [...list.items, ...more.items] });
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
  };

  const ahead = list.items.filter(isAhead).reverse();
  const past = list.items.filter((booking) => !isAhead(booking));
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:py-12">
      <h1 className="mb-8 font-display text-2xl font-semibold">{t('heading')}</h1>
      {list.items.length === 0 && <NoBookings />}
      {ahead.length > 0 && <Group title={t('upcoming')} bookings={ahead} />}
      {past.length > 0 && <Group title={t('past')} bookings={past} />}
      {hasFailed && (
        <Notice tone="danger" title={t('failedTitle')} urgent>
          {t('failedText')}
        </Notice>
      )}
      {list.nextCursor && (
        <Button className="mb-10" onClick={showMore}>
          {t('more')}
        </Button>
      )}
      <GuestBookings onClaimed={async () => setList(await fetchMyBookings())} />
    </div>
  );
}

function NoBookings() {
  const t = useTranslations('list');
  return (
    <EmptyState
      icon={CalendarHeart}
      title={t('emptyTitle')}
      action={
        <Button asChild variant="primary">
          <Link href="/search">{t('emptyAction')}</Link>
        </Button>
      }
    >
      {t('emptyText')}
    </EmptyState>
  );
}

function Group({ title, bookings }: { title: string; bookings: Booking[] }) {
  return (
    <section className="mb-10">
      <h2 className="mb-3 text-sm font-medium text-muted">{title}</h2>
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {bookings.map((booking) => (
          <Row key={booking.bookingId} booking={booking} />
        ))}
      </ul>
    </section>
  );
}

function Row({ booking }: { booking: Booking }) {
  const state = useTranslations('booking.state');
  const money = useMoney(booking.price.currency);
  return (
    <li>
      <Link
        href={`/bookings/${booking.bookingId}`}
        className="flex items-center gap-4 px-5 py-4 transition-colors hover:bg-sunken"
      >
        <span className="grid min-w-0 flex-1 gap-1 sm:grid-cols-2">
          <span>
            <span className="block truncate font-semibold">{booking.serviceTitle}</span>
            <span className="block truncate text-sm text-muted">{booking.providerName}</span>
          </span>
          <span className="text-sm">
            <WhenWhere start={booking.start} timeZone={booking.timeZone} />
          </span>
        </span>
        <span className="grid justify-items-end gap-1">
          <Badge>{state(booking.state, { provider: booking.providerName })}</Badge>
          <span className="text-sm tabular-nums">{money(booking.price.totalMinor)}</span>
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
      </Link>
    </li>
  );
}
