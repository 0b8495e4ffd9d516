import type { Loader } from '@marketplace/kit/slice';
import { createTranslator } from 'use-intl/core';
import messages from '../messages/en.json';

export interface GuestBookingProps {
  bookingId: string;
}

/**
 * Reads nothing of the booking: the access token stays in the browser, which opens the booking itself.
 * The page is the same for everybody and says so by its props.
 */
export const load: Loader<GuestBookingProps> = async ({ params, locale }) => {
  const t = createTranslator({ locale, messages, namespace: 'booking' });
  return { props: { bookingId: params.bookingId ?? '' }, head: { title: t('reference') } };
};
