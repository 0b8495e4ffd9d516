import { type RequestOptions, request } from '@marketplace/kit/slice/request';
import type {
  Booking,
  BookingCreated,
  BookingList,
  BookingRequest,
  ClaimedBookings,
  SlotList,
} from '@marketplace/services/booking/contract';

type Reach = Pick<RequestOptions, 'baseUrl' | 'token' | 'signal'>;

const bookingPath = (bookingId: string) => `/api/booking/bookings/${encodeURIComponent(bookingId)}`;

/** Free times between two UTC instants. */
export function fetchSlots(serviceId: string, from: string, to: string, reach: Reach = {}) {
  const query = new URLSearchParams({ from, to });
  return request<SlotList>(
    `/api/booking/services/${encodeURIComponent(serviceId)}/slots?${query}`,
    reach,
  );
}

export function holdSlot(booking: BookingRequest, idempotencyKey: string) {
  return request<BookingCreated>('/api/booking/bookings', {
    method: 'POST',
    body: booking,
    idempotencyKey,
  });
}

export function fetchBooking(bookingId: string, reach: Reach = {}) {
  return request<Booking>(bookingPath(bookingId), reach);
}

export function fetchMyBookings(reach: Reach & { cursor?: string | undefined } = {}) {
  const query = reach.cursor ? `?${new URLSearchParams({ cursor: reach.cursor })}` : '';
  return request<BookingList>(`/api/booking/bookings${query}`, reach);
}

/** Asks for all guest bookings of the account's address. */
export function claimPastBookings() {
  return request<ClaimedBookings>('/api/booking/bookings/claim', {
    method: 'POST',
    body: {},
    idempotencyKey: crypto.randomUUID(),
  });
}

/** What may be changed about a booking, with what each change has to say. */
interface Changes {
  cancel: { expectedRefundMinor?: number };
  reschedule: { start: string };
  'decline-move': { start: string };
  review: { stars: number; text: string };
  claim: { accessToken: string };
  reprice: { accessToken: string };
}

export function changeBooking<C extends keyof Changes>(
  bookingId: string,
  change: C,
  body: Changes[C],
  token?: string,
) {
  return request<Booking>(`${bookingPath(bookingId)}/${change}`, {
    method: 'POST',
    body,
    token,
    idempotencyKey: crypto.randomUUID(),
  });
}
