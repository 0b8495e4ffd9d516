import { type RequestOptions, request } from '@marketplace/kit/slice/request';
import type {
  Availability,
  Earnings,
  FreeMoves,
  OwnService,
  Profile,
  ProviderBooking,
  ProviderBookingList,
  ServiceInput,
} from '@marketplace/services/provider/contract';

export type Reach = Pick<RequestOptions, 'baseUrl' | 'token' | 'signal'>;

export const fetchProfile = (reach: Reach = {}) => request<Profile>('/api/provider/profile', reach);

export interface BookingFilter {
  from?: string | undefined;
  to?: string | undefined;
  state?: string | undefined;
  cursor?: string | undefined;
}

export function fetchBookings(filter: BookingFilter, reach: Reach = {}) {
  const query = new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return request<ProviderBookingList>(`/api/provider/bookings?${query}`, reach);
}

export type BookingAction = ProviderBooking['actions'][number];

/** What the provider decides; a proposal names the time it proposes. */
export type Decision =
  | { action: Exclude<BookingAction, 'propose-move'> }
  | { action: 'propose-move'; start: string };

const bookingPath = (bookingId: string) =>
  `/api/provider/bookings/${encodeURIComponent(bookingId)}`;

export function actOnBooking(bookingId: string, { action, ...body }: Decision) {
  return request<ProviderBooking>(`${bookingPath(bookingId)}/${action}`, {
    method: 'POST',
    body,
    idempotencyKey: crypto.randomUUID(),
  });
}

/** The times that a booking could move to, between two UTC instants. */
export function fetchFreeMoves(
  bookingId: string,
  range: { from: string; to: string },
  reach: Reach = {},
) {
  const query = new URLSearchParams(range);
  return request<FreeMoves>(`${bookingPath(bookingId)}/free-times?${query}`, reach);
}

export const fetchServices = (reach: Reach = {}) =>
  request<{ items: OwnService[] }>('/api/provider/services', reach);

/** Creates a service, or changes the one with the id. */
export function saveService(
  input: Partial<ServiceInput> & Partial<Pick<OwnService, 'status'>>,
  serviceId?: string,
) {
  const path = serviceId
    ? `/api/provider/services/${encodeURIComponent(serviceId)}`
    : '/api/provider/services';
  return request<OwnService>(path, {
    method: serviceId ? 'PATCH' : 'POST',
    body: input,
    idempotencyKey: crypto.randomUUID(),
  });
}

/** Net by day and the ledger behind it, between two UTC instants. */
export function fetchEarnings(range: { from: string; to: string }, reach: Reach = {}) {
  return request<Earnings>(`/api/provider/earnings?${new URLSearchParams(range)}`, reach);
}

export const fetchAvailability = (reach: Reach = {}) =>
  request<Availability>('/api/provider/availability', reach);

export function saveAvailability(availability: Availability) {
  return request<Availability>('/api/provider/availability', {
    method: 'PUT',
    body: availability,
    idempotencyKey: crypto.randomUUID(),
  });
}
