import type { Loader } from '@marketplace/kit/slice';
import { inLanguage } from '@marketplace/kit/slice/words';
import { CATALOGUES, SPOKEN, wordsOf } from '../data/words';

export interface GuestBookingProps {
  bookingId: string;
}

/**
 * Reads nothing of the booking: the access token stays in the browser, which opens the booking itself.
 * The page is the same for everybody and says so by its props.
 */
const loadProps: Loader<GuestBookingProps> = async ({ params, locale }) => {
  const t = wordsOf('booking', locale);
  return { props: { bookingId: params.bookingId ?? '' }, head: { title: t('reference') } };
};

export const load = inLanguage(loadProps, CATALOGUES, SPOKEN.GuestBooking);
