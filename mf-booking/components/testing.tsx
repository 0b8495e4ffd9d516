import type { SlotProps } from '@marketplace/kit/slice';
import type { Problem } from '@marketplace/kit/slice/request';
import type { Words } from '@marketplace/kit/slice/words';
import type {
  Booking,
  BookingCreated,
  BookingList,
  ClaimedBookings,
  Slot,
  SlotList,
} from '@marketplace/services/booking/contract';
import type { ServiceDetail } from '@marketplace/services/catalog/contract';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import messages from '../messages/en.json';
import { BookingRoot } from './booking-root';
import type { Viewer } from './use-viewer';

export const SLOT_PROPS: SlotProps = {
  market: 'de',
  locale: 'de-DE',
  currency: 'EUR',
  publicOrigin: 'http://localhost:8080',
  stripePublishableKey: 'pk_test_local',
};

/** All texts, in English. */
export const WORDS: Words = { language: 'en', messages };

export const renderInSlice = (children: ReactNode) =>
  render(
    <BookingRoot slot={SLOT_PROPS} words={WORDS}>
      {children}
    </BookingRoot>,
  );

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  body: string;
  headers: Headers;
}

type Body =
  | Booking
  | BookingCreated
  | BookingList
  | ClaimedBookings
  | SlotList
  | Problem
  | Viewer
  | PaymentAnswer;

/** What Stripe's browser API answers to a confirmation. */
interface PaymentAnswer {
  status?: string;
  error?: { code?: string; decline_code?: string };
}

export interface Answer {
  status?: number;
  body: Body;
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
      headers: new Headers(init.headers),
    };
    calls.push(call);
    const { status = 200, body } = answer(call);
    return new Response(JSON.stringify(body), { status });
  });
  return calls;
}

export const aProblem = (code: string, status = 409): Answer => ({
  status,
  body: { type: 'about:blank', title: code, status, code },
});

/** Slots of the wanted starts in a zone, on offer until the end of 2026. */
export const aSlotList = (timeZone: string, slots: Slot[]): SlotList => ({
  timeZone,
  bookableUntil: '2026-12-31T00:00:00.000Z',
  slots,
});

export const aSlot = (start: string, seatsLeft?: number): Slot => ({
  start,
  end: new Date(Date.parse(start) + 3_600_000).toISOString(),
  ...(seatsLeft === undefined ? {} : { seatsLeft }),
});

export const aBooking = (change: Partial<Booking> = {}): Booking => ({
  bookingId: 'b1',
  state: 'confirmed',
  serviceId: 's1',
  serviceTitle: 'Haircut',
  providerName: 'Studio Linde',
  providerSlug: 'studio-linde',
  start: '2026-06-10T09:00:00.000Z',
  end: '2026-06-10T10:00:00.000Z',
  timeZone: 'Europe/Berlin',
  seats: 1,
  price: { baseMinor: 10_000, surchargeMinor: 1_000, totalMinor: 11_000, currency: 'EUR' },
  policy: 'moderate',
  isClaimed: false,
  refundIfCancelledMinor: 5_500,
  refundedMinor: 0,
  canCancel: true,
  canReschedule: true,
  canReview: false,
  createdAt: '2026-06-01T09:00:00.000Z',
  ...change,
});

export const aService = (change: Partial<ServiceDetail> = {}): ServiceDetail => ({
  id: 's1',
  title: 'Haircut',
  description: '',
  category: 'hair',
  priceMinor: 10_000,
  guestPriceMinor: 11_000,
  currency: 'EUR',
  durationMin: 60,
  providerId: 'p1',
  providerSlug: 'studio-linde',
  providerName: 'Studio Linde',
  rating: null,
  ratingCount: 0,
  nextFree: '2026-06-10T09:00:00.000Z',
  timeZone: 'Europe/Berlin',
  city: 'Berlin',
  lat: 52.5,
  lon: 13.4,
  bufferBefore: 0,
  bufferAfter: 0,
  stepMin: 60,
  minNoticeMin: 0,
  capacity: 1,
  resourceIds: ['r1'],
  policy: 'flexible',
  requiresApproval: false,
  place: { city: 'Berlin', country: 'DE', lat: 52.5, lon: 13.4 },
  ...change,
});
