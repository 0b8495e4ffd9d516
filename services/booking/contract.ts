import { createRoute, z } from '@hono/zod-openapi';
import {
  AmountMinor,
  body,
  CancellationPolicy,
  Currency,
  Cursor,
  Id,
  IdempotencyKeyHeader,
  Instant,
  json,
  Limit,
  Price,
  problems,
  TimeZone,
  vitalsRoute,
} from '../shared/contract';

export const BookingState = z
  .enum([
    'held',
    'requested',
    'confirmed',
    'completed',
    'no_show',
    'cancelled',
    'declined',
    'expired',
  ])
  .openapi('BookingState');
export type BookingState = z.infer<typeof BookingState>;

export const Slot = z
  .object({ start: Instant, end: Instant, seatsLeft: z.int().positive().optional() })
  .openapi('Slot');
export type Slot = z.infer<typeof Slot>;

export const SlotList = z
  .object({
    timeZone: TimeZone,
    bookableUntil: Instant.openapi({
      description: 'End of the booking horizon: nothing starts from here on.',
    }),
    slots: z.array(Slot),
  })
  .openapi('SlotList', {
    description: 'Sorted by start; `seatsLeft` for services with capacity > 1.',
  });
export type SlotList = z.infer<typeof SlotList>;

export const Customer = z
  .strictObject({ name: z.string().trim().min(1).max(120), email: z.email().max(254) })
  .openapi('Customer');
export type Customer = z.infer<typeof Customer>;

/** A guest names a `customer`; who is signed in may leave it out. */
export const BookingRequest = z
  .strictObject({
    serviceId: Id,
    start: Instant,
    seats: z.int().min(1).max(100).optional(),
    customer: Customer.optional(),
    expectedTotalMinor: AmountMinor.optional(),
    currency: Currency.optional(),
  })
  .openapi('BookingRequest');
export type BookingRequest = z.infer<typeof BookingRequest>;

export const BookingCreated = z
  .object({
    bookingId: Id,
    state: BookingState,
    price: Price,
    holdExpiresAt: Instant,
    clientSecret: z.string().openapi({ description: "Of the booking's Stripe PaymentIntent." }),
    accessToken: z.string().openapi({ description: 'Bearer token for this booking alone.' }),
  })
  .openapi('BookingCreated');
export type BookingCreated = z.infer<typeof BookingCreated>;

export const Booking = z
  .object({
    bookingId: Id,
    state: BookingState,
    serviceId: Id,
    serviceTitle: z.string(),
    providerName: z.string(),
    providerSlug: z.string(),
    start: Instant,
    end: Instant,
    timeZone: TimeZone,
    seats: z.int().positive(),
    price: Price,
    policy: CancellationPolicy,
    holdExpiresAt: Instant.optional(),
    proposedStart: Instant.optional().openapi({
      description: 'Another time that the provider proposes; `reschedule` to it or `decline-move`.',
    }),
    address: z.string().optional(),
    customer: z.object({ name: z.string(), email: z.string() }).optional(),
    isClaimed: z.boolean().openapi({ description: 'An account has it; no other can claim it.' }),
    /** What a cancellation right now would give back. */
    refundIfCancelledMinor: AmountMinor,
    refundedMinor: AmountMinor,
    canCancel: z.boolean(),
    canReschedule: z.boolean(),
    canReview: z.boolean(),
    clientSecret: z.string().optional().openapi({ description: 'While payment is outstanding.' }),
    createdAt: Instant,
  })
  .openapi('Booking');
export type Booking = z.infer<typeof Booking>;

export const BookingList = z
  .object({ items: z.array(Booking), nextCursor: Cursor.optional() })
  .openapi('BookingList');
export type BookingList = z.infer<typeof BookingList>;

export const ClaimedBookings = z.object({ claimed: z.int().min(0) }).openapi('ClaimedBookings');
export type ClaimedBookings = z.infer<typeof ClaimedBookings>;

const bookingParams = z.object({ id: Id });
const booking = json(Booking, 'The booking as it now stands');

export const listSlots = createRoute({
  method: 'get',
  path: '/api/booking/services/{id}/slots',
  operationId: 'listSlots',
  summary: 'Free times of a service',
  request: {
    params: bookingParams,
    query: z.object({ from: Instant, to: Instant, timeZone: TimeZone.optional() }),
  },
  responses: { 200: json(SlotList, 'Free times'), ...problems(400, 404, 429, 503) },
});

export const requestBooking = createRoute({
  method: 'post',
  path: '/api/booking/bookings',
  operationId: 'requestBooking',
  summary: 'Hold a time for 15 minutes and open its payment',
  request: { headers: IdempotencyKeyHeader, body: body(BookingRequest) },
  responses: {
    201: json(BookingCreated, 'The slot is held'),
    ...problems(400, 401, 403, 404, 409, 422, 429, 503),
  },
});

export const listBookings = createRoute({
  method: 'get',
  path: '/api/booking/bookings',
  operationId: 'listBookings',
  summary: "The signed-in customer's bookings by start, newest first",
  request: { query: z.object({ cursor: Cursor.optional(), limit: Limit.optional() }) },
  responses: { 200: json(BookingList, 'A page of bookings'), ...problems(400, 401, 429, 503) },
});

export const getBooking = createRoute({
  method: 'get',
  path: '/api/booking/bookings/{id}',
  operationId: 'getBooking',
  summary: 'One booking, for its customer or the bearer of its access token',
  request: { params: bookingParams },
  responses: { 200: booking, ...problems(400, 401, 403, 404, 429, 503) },
});

const change = (name: string, summary: string) =>
  ({
    method: 'post' as const,
    path: `/api/booking/bookings/{id}/${name}` as const,
    operationId: `${name}Booking`,
    summary,
    responses: { 200: booking, ...problems(400, 401, 403, 404, 409, 422, 429, 503) },
  }) as const;

export const cancelBooking = createRoute({
  ...change('cancel', 'Cancel; what is refunded follows the policy stored with the booking'),
  path: '/api/booking/bookings/{id}/cancel',
  request: {
    params: bookingParams,
    headers: IdempotencyKeyHeader,
    body: body(z.strictObject({ expectedRefundMinor: AmountMinor.optional() })),
  },
});

export const rescheduleBooking = createRoute({
  ...change('reschedule', 'Move to another free time, or to the proposed; service and price stay'),
  path: '/api/booking/bookings/{id}/reschedule',
  request: {
    params: bookingParams,
    headers: IdempotencyKeyHeader,
    body: body(z.strictObject({ start: Instant })),
  },
});

export const declineMove = createRoute({
  ...change('decline-move', 'Keep the time; the one that the provider proposed does not suit'),
  path: '/api/booking/bookings/{id}/decline-move',
  operationId: 'declineMove',
  request: {
    params: bookingParams,
    headers: IdempotencyKeyHeader,
    body: body(z.strictObject({ start: Instant })),
  },
});

export const reviewBooking = createRoute({
  ...change('review', 'Review a completed booking, once'),
  path: '/api/booking/bookings/{id}/review',
  request: {
    params: bookingParams,
    headers: IdempotencyKeyHeader,
    body: body(z.strictObject({ stars: z.int().min(1).max(5), text: z.string().trim().max(2000) })),
  },
});

export const claimBooking = createRoute({
  ...change('claim', 'Attach a guest booking to the signed-in account'),
  path: '/api/booking/bookings/{id}/claim',
  request: {
    params: bookingParams,
    headers: IdempotencyKeyHeader,
    body: body(z.strictObject({ accessToken: z.string().max(2048) })),
  },
});

export const claimPastBookings = createRoute({
  method: 'post',
  path: '/api/booking/bookings/claim',
  operationId: 'claimPastBookings',
  summary: 'Attach every guest booking of the confirmed address to the signed-in account',
  request: { headers: IdempotencyKeyHeader, body: body(z.strictObject({})) },
  responses: {
    200: json(ClaimedBookings, 'How many bookings the account got'),
    ...problems(400, 401, 403, 409, 422, 429, 503),
  },
});

export const repriceBooking = createRoute({
  ...change('reprice', 'Drop the guest surcharge of a held booking after signing in'),
  path: '/api/booking/bookings/{id}/reprice',
  request: {
    params: bookingParams,
    headers: IdempotencyKeyHeader,
    body: body(z.strictObject({ accessToken: z.string().max(2048) })),
  },
});

export const getCalendar = createRoute({
  method: 'get',
  path: '/api/booking/bookings/{id}/calendar.ics',
  operationId: 'getCalendar',
  summary: 'The booking as an iCalendar file',
  request: { params: bookingParams, query: z.object({ t: z.string().max(2048).optional() }) },
  responses: {
    200: {
      description: 'RFC 5545 calendar',
      content: { 'text/calendar': { schema: z.string() } },
    },
    ...problems(400, 401, 403, 404, 429, 503),
  },
});

export const reportVitals = vitalsRoute('mf-booking');
