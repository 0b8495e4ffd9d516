import type { Loader } from '@marketplace/kit/slice';
import { ProblemError } from '@marketplace/kit/slice/request';
import { inLanguage } from '@marketplace/kit/slice/words';
import type { Booking } from '@marketplace/services/booking/contract';
import { fetchBooking } from '../data/bookings';
import { CATALOGUES, SPOKEN } from '../data/words';

export interface BookingDetailProps {
  /** Null when there is no such booking, or it belongs to somebody else. */
  booking: Booking | null;
}

const loadProps: Loader<BookingDetailProps> = async ({ params, services, accessToken, signal }) => {
  try {
    const booking = await fetchBooking(params.bookingId ?? '', {
      baseUrl: services.booking,
      token: accessToken,
      signal,
    });
    return { props: { booking }, head: { title: booking.serviceTitle } };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.status >= 500) throw error;
    if (error.problem.status === 401) throw error;
    return { props: { booking: null }, head: { title: '404' }, status: 404 };
  }
};

export const load = inLanguage(loadProps, CATALOGUES, SPOKEN.BookingDetail);
