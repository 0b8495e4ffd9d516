import { createEvent, type DateTime, type EventStatus } from 'ics';
import type { BookingItem } from '../../shared/table';

const STATUS: Partial<Record<BookingItem['state'], EventStatus>> = {
  confirmed: 'CONFIRMED',
  completed: 'CONFIRMED',
  cancelled: 'CANCELLED',
};

const utcParts = (instant: string): DateTime => {
  const date = new Date(instant);
  return [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
  ];
};

/**
 * A booking as an iCalendar file (RFC 5545). Its UID is the booking's, so that a later file
 * replaces the entry instead of adding one.
 * @throws when the booking's instants are none.
 */
export function bookingCalendar(
  booking: Pick<
    BookingItem,
    | 'bookingId'
    | 'state'
    | 'startsAt'
    | 'endsAt'
    | 'serviceTitle'
    | 'providerName'
    | 'address'
    | 'updatedAt'
  >,
  now: Date,
  url?: string,
): string {
  const { error, value } = createEvent({
    uid: `${booking.bookingId}@ecosystem.example`,
    productId: 'ecosystem-marketplace',
    sequence: Math.floor(Date.parse(booking.updatedAt) / 1000) % 2_147_483_647,
    method: 'PUBLISH',
    title: `${booking.serviceTitle} · ${booking.providerName}`,
    start: utcParts(booking.startsAt),
    startInputType: 'utc',
    startOutputType: 'utc',
    end: utcParts(booking.endsAt),
    endInputType: 'utc',
    endOutputType: 'utc',
    created: utcParts(now.toISOString()),
    status: STATUS[booking.state] ?? 'TENTATIVE',
    ...(booking.address ? { location: booking.address } : {}),
    ...(url ? { url } : {}),
  });
  if (!value) throw error ?? new Error('The calendar file is empty');
  return value;
}
