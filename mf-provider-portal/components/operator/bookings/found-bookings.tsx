import { Badge } from '@marketplace/kit/ui/badge';
import { cn } from '@marketplace/kit/ui/lib';
import type { OperatorBooking } from '@marketplace/services/provider/contract';
import { useTranslations } from 'use-intl';
import { useClock } from '../../use-clock';
import { useMoney } from '../../use-money';

interface FoundBookingsProps {
  bookings: OperatorBooking[];
  openId: string | undefined;
  onOpen(bookingId: string): void;
}

export function FoundBookings({ bookings, openId, onOpen }: FoundBookingsProps) {
  const state = useTranslations('state');
  const clock = useClock('UTC');
  const money = useMoney();
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line">
      {bookings.map((booking) => (
        <li key={booking.bookingId}>
          <button
            type="button"
            aria-pressed={booking.bookingId === openId}
            onClick={() => onOpen(booking.bookingId)}
            className={cn(
              'grid min-h-target w-full gap-1 px-4 py-3 text-left text-sm hover:bg-sunken sm:grid-cols-[9rem_minmax(0,1fr)_auto_auto] sm:items-center sm:gap-4',
              booking.bookingId === openId && 'bg-sunken',
            )}
          >
            <time dateTime={booking.start} className="tabular-nums">
              {clock.day(booking.start)}, {clock.time(booking.start)}
            </time>
            <span className="min-w-0 truncate">
              <span className="font-medium">{booking.serviceTitle}</span>{' '}
              <span className="text-muted">{booking.provider.name}</span>
            </span>
            <span className="tabular-nums">
              {money(booking.price.totalMinor, booking.price.currency)}
            </span>
            <span>
              <Badge>{state(booking.state)}</Badge>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
