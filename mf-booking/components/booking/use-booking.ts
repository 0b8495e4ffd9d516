import type { Booking } from '@marketplace/services/booking/contract';
import { useCallback, useEffect, useState } from 'react';
import { type BankAnswer, takeFromLink } from '../../data/booking-link';
import { fetchBooking } from '../../data/bookings';

export type BookingLoad =
  | { status: 'loading' }
  | { status: 'failed' }
  | { status: 'ready'; booking: Booking };

/** Opens a booking in the browser with its access token, or with the account when there is none. */
export function useBooking(bookingId: string) {
  const [load, setLoad] = useState<BookingLoad>({ status: 'loading' });
  const [token, setToken] = useState<string>();
  const [bankAnswer, setBankAnswer] = useState<BankAnswer>();

  useEffect(() => {
    const abort = new AbortController();
    const link = takeFromLink(bookingId);
    setToken(link.token);
    setBankAnswer((known) => link.bankAnswer ?? known);
    fetchBooking(bookingId, { token: link.token, signal: abort.signal }).then(
      (booking) => setLoad({ status: 'ready', booking }),
      () => abort.signal.aborted || setLoad({ status: 'failed' }),
    );
    return () => abort.abort();
  }, [bookingId]);

  const setBooking = useCallback((booking: Booking) => setLoad({ status: 'ready', booking }), []);
  return { load, token, bankAnswer, setBooking };
}
