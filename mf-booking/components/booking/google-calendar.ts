import type { Booking } from '@marketplace/services/booking/contract';

/** `20260601T090000Z`, as calendar links write instants. */
const compact = (instant: string) => instant.replaceAll(/[-:]|\.\d+/g, '');

/** A link that opens Google Calendar with the booking filled in. */
export function googleCalendarUrl(
  booking: Pick<Booking, 'serviceTitle' | 'providerName' | 'start' | 'end' | 'address'>,
): string {
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: `${booking.serviceTitle} · ${booking.providerName}`,
    dates: `${compact(booking.start)}/${compact(booking.end)}`,
    ...(booking.address ? { location: booking.address } : {}),
  });
  return `https://calendar.google.com/calendar/render?${query}`;
}
