import type { Booking } from '@marketplace/services/booking/contract';
import { useCallback, useEffect, useState } from 'react';
import { fetchBooking } from '../../data/bookings';

export type BookingLoad =
  | { status: 'loading' }
  | { status: 'failed' }
  | { status: 'ready'; booking: Booking };

const keyOf = (bookingId: string) => `em:token:${bookingId}`;

/**
 * The access token of a guest's booking: from the link once, then from the tab's memory,
 * so that it does not stay in the address bar, the history or a screenshot.
 */
export function takeAccessToken(bookingId: string): string | undefined {
  const url = new URL(location.href);
  const token = url.searchParams.get('t');
  if (!token) return sessionStorage.getItem(keyOf(bookingId)) ?? undefined;
  sessionStorage.setItem(keyOf(bookingId), token);
  url.searchParams.delete('t');
  history.replaceState(history.state, '', url);
  return token;
}

/** Opens a booking in the browser with its access token, or with the account when there is none. */
export function useBooking(bookingId: string) {
  const [load, setLoad] = useState<BookingLoad>({ status: 'loading' });
  const [token, setToken] = useState<string>();

  useEffect(() => {
    const abort = new AbortController();
    const access = takeAccessToken(bookingId);
    setToken(access);
    fetchBooking(bookingId, { token: access, signal: abort.signal }).then(
      (booking) => setLoad({ status: 'ready', booking }),
      () => abort.signal.aborted || setLoad({ status: 'failed' }),
    );
    return () => abort.abort();
  }, [bookingId]);

  const setBooking = useCallback((booking: Booking) => setLoad({ status: 'ready', booking }), []);
  return { load, token, setBooking };
}
