import { Badge } from '@marketplace/kit/ui/badge';
import type { ProviderBooking } from '@marketplace/services/provider/contract';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Decision } from '../../data/provider';
import { DisputeBadge } from '../dispute-badge';
import { useClock } from '../use-clock';
import { useCustomer } from '../use-customer';
import { useMoney } from '../use-money';
import { BookingActions } from './booking-actions';
import type { Busy } from './use-bookings';

interface BookingTableProps {
  bookings: ProviderBooking[];
  timeZone: string;
  busy: Busy | null;
  /** The booking that was just acted on: the focus goes to its row, since its button may be gone. */
  changed: ProviderBooking | null;
  onAct(booking: ProviderBooking, decision: Decision): Promise<void>;
}

const COLUMNS = ['when', 'customer', 'service', 'paid', 'net', 'state', 'actions'] as const;
const NUMBERS = new Set<(typeof COLUMNS)[number]>(['paid', 'net']);

/** A table at a desk, cards on a phone: every cell carries its column's name for the narrow form. */
export function BookingTable({ bookings, ...rest }: BookingTableProps) {
  const t = useTranslations('bookings.columns');
  return (
    <table className="w-full text-sm">
      <thead className="sr-only lg:not-sr-only">
        <tr className="border-b border-line text-left text-xs text-muted">
          {COLUMNS.map((column) => (
            <th
              key={column}
              scope="col"
              className={`px-2 py-2 font-medium ${NUMBERS.has(column) ? 'lg:text-right' : ''}`}
            >
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bookings.map((booking) => (
          <Row key={booking.bookingId} booking={booking} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Omit<BookingTableProps, 'bookings'> {
  booking: ProviderBooking;
}

const TONES: Partial<Record<ProviderBooking['state'], 'warning' | 'success' | 'danger'>> = {
  requested: 'warning',
  confirmed: 'success',
  no_show: 'danger',
};

const CELL = 'block px-2 py-0.5 lg:table-cell lg:py-3 lg:align-top';

function Row({ booking, timeZone, busy, changed, onAct }: RowProps) {
  const clock = useClock(timeZone);
  const customer = useCustomer();
  const money = useMoney();
  const t = useTranslations('bookings');
  const state = useTranslations('state');
  const { currency, totalMinor } = booking.price;
  const row = useRef<HTMLTableRowElement>(null);

  useEffect(() => {
    if (changed === booking) row.current?.focus();
  }, [changed, booking]);

  return (
    <tr
      ref={row}
      tabIndex={-1}
      className="block border-b border-line py-3 focus-visible:outline-offset-[-2px] lg:table-row lg:py-0"
    >
      <td className={CELL}>
        <time dateTime={booking.start} className="font-semibold tabular-nums">
          {clock.day(booking.start)}, {clock.time(booking.start)}
        </time>
        {booking.proposedStart && (
          <p className="mt-1 text-xs text-muted">
            {t('move.open', {
              when: `${clock.day(booking.proposedStart)}, ${clock.time(booking.proposedStart)}`,
            })}
          </p>
        )}
      </td>
      <td className={CELL}>{customer(booking)}</td>
      <td className={`${CELL} text-muted`}>
        {booking.serviceTitle}
        {booking.seats > 1 && ` · ${t('seats', { count: booking.seats })}`}
      </td>
      <td className={`${CELL} tabular-nums lg:text-right`}>
        <span className="text-muted lg:sr-only">{t('columns.paid')} </span>
        {money(totalMinor, currency)}
      </td>
      <td className={`${CELL} font-semibold tabular-nums lg:text-right`}>
        <span className="font-normal text-muted lg:sr-only">{t('columns.net')} </span>
        {money(booking.providerNetMinor, currency)}
      </td>
      <td className={CELL}>
        <Badge tone={TONES[booking.state] ?? 'neutral'}>{state(booking.state)}</Badge>{' '}
        <DisputeBadge booking={booking} />
      </td>
      <td className={CELL}>
        <BookingActions
          booking={booking}
          timeZone={timeZone}
          busy={busy?.bookingId === booking.bookingId ? busy.action : null}
          onAct={(decision) => onAct(booking, decision)}
        />
      </td>
    </tr>
  );
}
