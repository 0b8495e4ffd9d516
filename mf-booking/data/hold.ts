import type { Booking, BookingCreated } from '@marketplace/services/booking/contract';

/** A hold with the start it holds, as the browser keeps it across a reload. */
export interface Hold extends BookingCreated {
  start: string;
}

const keyOf = (serviceId: string) => `em:hold:${serviceId}`;

/** The tab's own memory of a hold: a reload, or signing in half-way, must not lose the time. */
export function rememberHold(serviceId: string, hold: Hold): void {
  sessionStorage.setItem(keyOf(serviceId), JSON.stringify(hold));
}

export function forgetHold(serviceId: string): void {
  sessionStorage.removeItem(keyOf(serviceId));
}

/** The hold that this tab has, while it lasts. */
export function recallHold(serviceId: string, nowMs: number): Hold | null {
  const text = sessionStorage.getItem(keyOf(serviceId));
  if (!text) return null;
  const hold = JSON.parse(text) as Hold;
  if (Date.parse(hold.holdExpiresAt) > nowMs) return hold;
  forgetHold(serviceId);
  return null;
}

/** The hold behind a booking that is still to be paid; null when nothing is outstanding. */
export function holdOf(booking: Booking, accessToken = ''): Hold | null {
  const { bookingId, state, price, holdExpiresAt, clientSecret, start } = booking;
  if (state !== 'held' || !holdExpiresAt || !clientSecret) return null;
  return { bookingId, state, price, holdExpiresAt, clientSecret, accessToken, start };
}

/** Page of a booking: with the right to see it in the link, or the account's own. */
export function bookingPath({ bookingId, accessToken }: Pick<Hold, 'bookingId' | 'accessToken'>) {
  return accessToken
    ? `/b/${bookingId}?${new URLSearchParams({ t: accessToken })}`
    : `/bookings/${bookingId}`;
}
