import { createRoute, z } from '@hono/zod-openapi';
import { BookingState, SlotList } from '../../booking/contract';
import {
  AmountMinor,
  body,
  Cursor,
  Id,
  IdempotencyKeyHeader,
  Instant,
  json,
  Limit,
  Price,
} from '../../shared/contract';
import { base, idParams, refusals, writeRefusals } from '../contract-parts';

export const ProviderBooking = z
  .object({
    bookingId: Id,
    state: BookingState,
    serviceId: Id,
    serviceTitle: z.string(),
    start: Instant,
    end: Instant,
    seats: z.int().positive(),
    price: Price,
    providerNetMinor: AmountMinor.openapi({ description: '90% of the base price.' }),
    refundedMinor: AmountMinor,
    /** The newest dispute of the payment with the customer's bank. */
    dispute: z
      .object({
        state: z.enum(['inquiry', 'open', 'won', 'lost']),
        amountMinor: AmountMinor.openapi({ description: 'What the bank holds or has kept.' }),
        respondBy: Instant.optional(),
      })
      .optional(),
    customerName: z.string().nullable(),
    customerKind: z.enum(['guest', 'signed-in']),
    /** What the provider has proposed instead of `start`, while the customer has not answered. */
    proposedStart: Instant.optional(),
    createdAt: Instant,
    /** What the provider may do now: read from the booking process. */
    actions: z.array(
      z.enum([
        'accept',
        'decline',
        'propose-move',
        'withdraw-move',
        'complete',
        'no-show',
        'cancel',
      ]),
    ),
  })
  .openapi('ProviderBooking');
export type ProviderBooking = z.infer<typeof ProviderBooking>;

export const ProviderBookingList = z
  .object({ items: z.array(ProviderBooking), nextCursor: Cursor.optional() })
  .openapi('ProviderBookingList');
export type ProviderBookingList = z.infer<typeof ProviderBookingList>;

export const listProviderBookings = createRoute({
  method: 'get',
  path: `${base}/bookings`,
  operationId: 'listProviderBookings',
  request: {
    query: z.object({
      from: Instant.optional(),
      to: Instant.optional(),
      state: BookingState.optional(),
      cursor: Cursor.optional(),
      limit: Limit.optional(),
    }),
  },
  responses: { 200: json(ProviderBookingList, 'Bookings by start'), ...refusals },
});

const bookingAction = <A extends string>(action: A, summary: string) =>
  createRoute({
    method: 'post',
    path: `${base}/bookings/{id}/${action}` as const,
    operationId: `${action.replace('-', '')}Booking`,
    summary,
    request: { params: idParams, headers: IdempotencyKeyHeader },
    responses: { 200: json(ProviderBooking, 'The booking as it now stands'), ...writeRefusals },
  });

export const acceptBooking = bookingAction('accept', 'Accept a request; the card is charged');
export const declineBooking = bookingAction('decline', 'Decline a request; the card is released');
export const completeBooking = bookingAction('complete', 'The appointment took place');
export const noShowBooking = bookingAction('no-show', 'The customer did not come');
export const cancelByProvider = bookingAction('cancel', 'Cancel; everything goes back');

export const withdrawMove = bookingAction('withdraw-move', 'Take the proposed time back');

export const listFreeMoves = createRoute({
  method: 'get',
  path: `${base}/bookings/{id}/free-times`,
  operationId: 'listFreeMoves',
  summary: 'Times that the booking could move to',
  request: { params: idParams, query: z.object({ from: Instant, to: Instant }) },
  responses: { 200: json(SlotList, 'Free times, in the zone of the provider'), ...refusals },
});

export type FreeMoves = z.infer<typeof SlotList>;

export const proposeMove = createRoute({
  method: 'post',
  path: `${base}/bookings/{id}/propose-move`,
  operationId: 'proposeMove',
  summary: 'Ask the customer for another time; nothing moves until they agree',
  request: {
    params: idParams,
    headers: IdempotencyKeyHeader,
    body: body(z.strictObject({ start: Instant })),
  },
  responses: { 200: json(ProviderBooking, 'The booking as it now stands'), ...writeRefusals },
});
