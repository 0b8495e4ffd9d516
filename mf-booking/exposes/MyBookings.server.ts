import type { Loader } from '@marketplace/kit/slice';
import type { BookingList } from '@marketplace/services/booking/contract';
import { createTranslator } from 'use-intl/core';
import { fetchMyBookings } from '../data/bookings';
import messages from '../messages/en.json';

export type MyBookingsProps = BookingList;

export const load: Loader<MyBookingsProps> = async ({ services, accessToken, locale, signal }) => {
  const t = createTranslator({ locale, messages, namespace: 'list' });
  const props = await fetchMyBookings({ baseUrl: services.booking, token: accessToken, signal });
  return { props, head: { title: t('heading') } };
};
