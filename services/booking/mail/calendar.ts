import type { BookingItem } from '../../shared/table';

const STATUS: Partial<Record<BookingItem['state'], string>> = {
  confirmed: 'CONFIRMED',
  completed: 'CONFIRMED',
  cancelled: 'CANCELLED',
};

const LINE_OCTETS = 75;
const MS_PER_SECOND = 1000;
const MAX_SEQUENCE = 2_147_483_647;

type CalendarBooking = Pick<
  BookingItem,
  | 'bookingId'
  | 'state'
  | 'startsAt'
  | 'endsAt'
  | 'serviceTitle'
  | 'providerName'
  | 'address'
  | 'updatedAt'
>;

/**
 * A booking as an iCalendar file (RFC 5545). Its UID is the booking's, so that a later file
 * replaces the entry instead of adding one.
 */
export function bookingCalendar(booking: CalendarBooking, now: Date, url?: string): string {
  const sequence = Math.floor(Date.parse(booking.updatedAt) / MS_PER_SECOND) % MAX_SEQUENCE;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ecosystem Marketplace//Bookings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${booking.bookingId}@ecosystem.example`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(now.toISOString())}`,
    `DTSTART:${utc(booking.startsAt)}`,
    `DTEND:${utc(booking.endsAt)}`,
    `SUMMARY:${escaped(`${booking.serviceTitle} · ${booking.providerName}`)}`,
    ...(booking.address ? [`LOCATION:${escaped(booking.address)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    `STATUS:${STATUS[booking.state] ?? 'TENTATIVE'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** `20260601T090000Z` */
const utc = (instant: string) => new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** RFC 5545 section 3.3.11. */
const escaped = (text: string) =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n');

/** Lines of at most 75 octets, never cut within a character (section 3.1). */
function folded(line: string): string {
  const parts = [''];
  for (const character of line) {
    const last = parts.at(-1) ?? '';
    const limit = parts.length === 1 ? LINE_OCTETS : LINE_OCTETS - 1;
    if (Buffer.byteLength(last + character) > limit) parts.push(character);
    else parts[parts.length - 1] = last + character;
  }
  return parts.join('\r\n ');
}
