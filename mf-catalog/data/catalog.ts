import { type RequestOptions, request } from '@marketplace/kit/slice/request';
import type { SlotList } from '@marketplace/services/booking/contract';
import type {
  ProviderPage,
  ServiceDetail,
  ServiceList,
  Suggestion,
} from '@marketplace/services/catalog/contract';

/** How many services a page of results has. */
export const PAGE_SIZE = 24;

/** Where the service is reached from: its base URL on the server, nothing in the browser. */
export type Reach = Pick<RequestOptions, 'baseUrl' | 'signal'>;

/** Query of `GET /api/catalog/services`, as text. */
export type ServicesQuery = Readonly<Record<string, string>>;

export function fetchServices(query: ServicesQuery, reach: Reach = {}) {
  return request<ServiceList>(`/api/catalog/services?${new URLSearchParams(query)}`, reach);
}

export function fetchService(serviceId: string, reach: Reach = {}) {
  return request<ServiceDetail>(`/api/catalog/services/${encodeURIComponent(serviceId)}`, reach);
}

export function fetchProvider(slug: string, reach: Reach = {}) {
  return request<ProviderPage>(`/api/catalog/providers/${encodeURIComponent(slug)}`, reach);
}

export function fetchSuggestions(text: string, reach: Reach = {}) {
  const query = new URLSearchParams({ q: text });
  return request<{ items: Suggestion[] }>(`/api/catalog/suggest?${query}`, reach);
}

/** Free times of a service between two UTC instants. */
export function fetchSlots(serviceId: string, from: string, to: string, reach: Reach = {}) {
  const query = new URLSearchParams({ from, to });
  const path = `/api/booking/services/${encodeURIComponent(serviceId)}/slots`;
  return request<SlotList>(`${path}?${query}`, reach);
}
