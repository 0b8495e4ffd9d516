import type { BookingsContext } from '../shared/bookings';
import type { GuestTokens, RequestContext } from '../shared/lambda';
import type { Contacts } from './contacts';

export interface BookingPorts
  extends Pick<BookingsContext, 'table' | 'payments' | 'region' | 'homeRegion'> {
  guestTokens: GuestTokens;
  contacts: Contacts;
}

/** What the use cases of the booking service work with. */
export type BookingContext = BookingPorts & RequestContext;
