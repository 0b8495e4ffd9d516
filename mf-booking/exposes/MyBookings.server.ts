import type { Loader } from '@marketplace/kit/slice';
import type { BookingList } from '@marketplace/services/booking/contract';
import { createTranslator } from 'use-intl/core';
import { fetchMyBookings } from '../data/bookings';
import messages from '../messages/en.json';

export interface MyBookingsProps extends BookingList {
  /** When the server looked, a UTC instant: what is ahead and what is past. */
  now: string;
}

export const load: Loader<MyBookingsProps> = async ({ services, accessToken, locale, signal }) => {
  const t = createTranslator({ locale, messages, namespace: 'list' });
  const list = await fetchMyBookings({ baseUrl: services.booking, token: accessToken, signal });
  return { props: { ...list, now: new Date().toISOString() }, head: { title: t('heading') } };
};
