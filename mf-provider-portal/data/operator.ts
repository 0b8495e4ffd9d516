import { request } from '@marketplace/kit/slice/request';
import type {
  ManagedProvider,
  OperatorBooking,
  OperatorBookingDetail,
  ReconciliationReport,
} from '@marketplace/services/provider/contract';
import type { Reach } from './provider';

const path = '/api/provider/operator';

/** Bookings by an id or a customer's address. */
export function findBookings(q: string, reach: Reach = {}) {
  const query = new URLSearchParams({ q });
  return request<{ items: OperatorBooking[] }>(`${path}/bookings?${query}`, reach);
}

export function inspectBooking(bookingId: string) {
  return request<OperatorBookingDetail>(`${path}/bookings/${encodeURIComponent(bookingId)}`);
}

/** Gives part of a payment back; the key makes a repeated click one refund. */
export function refundBooking(bookingId: string, amountMinor: number, idempotencyKey: string) {
  const of = `${path}/bookings/${encodeURIComponent(bookingId)}/refund`;
  const body = { amountMinor };
  return request<OperatorBookingDetail>(of, { method: 'POST', body, idempotencyKey });
}

export interface ProviderFilter {
  status: ManagedProvider['status'] | '';
  q: string;
}

export interface ProviderPage {
  items: ManagedProvider[];
  total: number;
}

export function findProviders({ status, q }: ProviderFilter, reach: Reach = {}) {
  const query = new URLSearchParams({ ...(status && { status }), ...(q && { q }) });
  return request<ProviderPage>(`${path}/providers?${query}`, reach);
}

export type ProviderDecision = ManagedProvider['actions'][number];

export function decideOnProvider(providerId: string, decision: ProviderDecision) {
  const of = `${path}/providers/${encodeURIComponent(providerId)}/${decision}`;
  return request<ManagedProvider>(of, {
    method: 'POST',
    body: {},
    idempotencyKey: crypto.randomUUID(),
  });
}

export const fetchReports = (reach: Reach = {}) =>
  request<{ items: ReconciliationReport[] }>(`${path}/reconciliations`, reach);
