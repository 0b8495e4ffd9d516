import type { Loader } from '@marketplace/kit/slice';
import { inLanguage } from '@marketplace/kit/slice/words';
import type { BookingList } from '@marketplace/services/booking/contract';
import { fetchMyBookings } from '../data/bookings';
import { CATALOGUES, SPOKEN, wordsOf } from '../data/words';

export interface MyBookingsProps extends BookingList {
  /** When the server looked, a UTC instant: what is ahead and what is past. */
  now: string;
}

const loadProps: Loader<MyBookingsProps> = async ({ services, accessToken, locale, signal }) => {
  const t = wordsOf('list', locale);
  const list = await fetchMyBookings({ baseUrl: services.booking, token: accessToken, signal });
  return { props: { ...list, now: new Date().toISOString() }, head: { title: t('heading') } };
};

export const load = inLanguage(loadProps, CATALOGUES, SPOKEN.MyBookings);
