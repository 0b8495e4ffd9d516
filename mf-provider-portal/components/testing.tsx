import type { SlotProps } from '@marketplace/kit/slice';
import type { Problem } from '@marketplace/kit/slice/request';
import type {
  Availability,
  Earnings,
  FreeMoves,
  ManagedProvider,
  OperatorBooking,
  OperatorBookingDetail,
  OwnService,
  Profile,
  ProviderBooking,
  ProviderBookingList,
} from '@marketplace/services/provider/contract';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import messages from '../messages/en.json';
import { PortalRoot } from './portal-root';

const SLOT_PROPS: SlotProps = {
  market: 'de',
  locale: 'de-DE',
  currency: 'EUR',
  publicOrigin: 'http://localhost:8080',
  stripePublishableKey: 'pk_test_local',
};

export const renderInSlice = (children: ReactNode) =>
  render(
    <PortalRoot slot={SLOT_PROPS} words={{ language: 'en', messages }}>
      {children}
    </PortalRoot>,
  );

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  body: string;
  key: string | null;
}

export interface Answer {
  status?: number;
  body:
    | Availability
    | Earnings
    | FreeMoves
    | ManagedProvider
    | { items: OperatorBooking[] }
    | { items: ManagedProvider[]; total: number }
    | OperatorBookingDetail
    | OwnService
    | ProviderBooking
    | ProviderBookingList
    | Problem;
}

/** Answers the browser's requests by what the contract says; returns the calls as they came. */
export function stubApi(answer: (call: Call) => Answer): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const url = new URL(input, SLOT_PROPS.publicOrigin);
    const call = {
      method: init.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      body: String(init.body ?? ''),
      key: new Headers(init.headers).get('idempotency-key'),
    };
    calls.push(call);
    const { status = 200, body } = answer(call);
    return new Response(JSON.stringify(body), { status });
  });
  return calls;
}

export const aProblem = (code: string, status: number, errors?: Problem['errors']): Answer => ({
  status,
  body: { type: 'about:blank', title: code, status, code, errors },
});

export const aProfile = (): Profile => ({
  providerId: 'p1',
  slug: 'studio-linde',
  name: 'Studio Linde',
  headline: '',
  about: '',
  status: 'active',
  verified: true,
  chargesEnabled: true,
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  place: { city: 'Berlin', country: 'DE', lat: 52.5, lon: 13.4 },
});

export const aBooking = (change: Partial<ProviderBooking> = {}): ProviderBooking => ({
  bookingId: 'b1',
  state: 'requested',
  serviceId: 's1',
  serviceTitle: 'Haircut',
  start: '2026-06-10T09:00:00.000Z',
  end: '2026-06-10T10:00:00.000Z',
  seats: 1,
  price: { baseMinor: 10_000, surchargeMinor: 0, totalMinor: 10_000, currency: 'EUR' },
  providerNetMinor: 9_000,
  refundedMinor: 0,
  customerName: 'Ada',
  customerKind: 'signed-in',
  createdAt: '2026-06-01T09:00:00.000Z',
  actions: ['accept', 'decline'],
  ...change,
});
