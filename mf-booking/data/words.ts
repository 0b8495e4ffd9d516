import { type Catalogues, speakerOf } from '@marketplace/kit/slice/words';
import de from '../messages/de.json';
import en from '../messages/en.json';
import es from '../messages/es.json';
import fr from '../messages/fr.json';

type Namespace = keyof typeof en;

/** Every text of the slice. For loaders only: screens get the part they need with their props. */
export const CATALOGUES: Catalogues<typeof en> = { en, de, fr, es };

/** A booking can be paid for and moved where it is shown. */
const OPEN_BOOKING = ['booking', 'flow', 'time', 'pay', 'refused', 'summary', 'when'] as const;

/** The namespaces that each screen speaks from. */
export const SPOKEN = {
  BookingFlow: ['flow', 'time', 'details', 'pay', 'refused', 'summary', 'when'],
  GuestBooking: OPEN_BOOKING,
  MyBookings: ['list', 'booking', 'when'],
  BookingDetail: OPEN_BOOKING,
} as const satisfies Record<string, readonly Namespace[]>;

/** Texts outside of React: the titles that loaders answer. */
export const wordsOf = speakerOf(CATALOGUES);
