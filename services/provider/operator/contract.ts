import { createRoute, z } from '@hono/zod-openapi';
import {
  AmountMinor,
  body,
  Currency,
  Id,
  IdempotencyKeyHeader,
  Instant,
  json,
  LocalDate,
} from '../../shared/contract';
import { ProviderBooking } from '../bookings/contract';
import { base, idParams, refusals, writeRefusals } from '../contract-parts';
import { LedgerEntry } from '../earnings/contract';

const path = `${base}/operator` as const;

export const OperatorBooking = ProviderBooking.omit({ actions: true, customerName: true })
  .extend({
    provider: z.object({ providerId: Id, name: z.string(), slug: z.string() }),
    customer: z.object({ name: z.string(), email: z.string() }).nullable(),
    paymentIntentId: z.string().nullable(),
    refundDueMinor: AmountMinor,
    refundableMinor: AmountMinor.openapi({ description: 'What could still be given back now.' }),
  })
  .openapi('OperatorBooking');
export type OperatorBooking = z.infer<typeof OperatorBooking>;

export const OperatorBookingDetail = OperatorBooking.extend({
  standing: z
    .object({
      heldMinor: z.int(),
      providerDueMinor: z.int(),
      platformDueMinor: z.int(),
      providerMinor: z.int(),
      debtMinor: z.int(),
    })
    .openapi({ description: 'Who stands where, by the entries alone.' }),
  entries: z.array(LedgerEntry),
}).openapi('OperatorBookingDetail');
export type OperatorBookingDetail = z.infer<typeof OperatorBookingDetail>;

export const ManagedProvider = z
  .object({
    providerId: Id,
    name: z.string(),
    slug: z.string(),
    city: z.string(),
    country: z.string(),
    status: z.enum(['draft', 'active', 'suspended']),
    verified: z.boolean(),
    chargesEnabled: z.boolean(),
    payoutsEnabled: z.boolean(),
    bookingsCount: z.int(),
    /** What an operator may decide now. */
    actions: z.array(z.enum(['approve', 'suspend'])),
  })
  .openapi('ManagedProvider');
export type ManagedProvider = z.infer<typeof ManagedProvider>;

const Sum = z.object({ amountMinor: z.int(), currency: Currency });

export const ReconciliationReport = z
  .object({
    day: LocalDate,
    ledgerCount: z.int(),
    stripeCount: z.int(),
    differenceCount: z.int(),
    differences: z.array(
      z.object({
        kind: z.enum([
          'missing_in_ledger',
          'missing_at_stripe',
          'amount_differs',
          'currency_differs',
          'unknown_to_ledger',
        ]),
        type: z.string(),
        stripeId: z.string(),
        account: z.string(),
        at: Instant,
        bookingId: Id.optional(),
        ledger: Sum.optional(),
        stripe: Sum.optional(),
      }),
    ),
    finishedAt: Instant,
  })
  .openapi('ReconciliationReport');
export type ReconciliationReport = z.infer<typeof ReconciliationReport>;

export const findBookings = createRoute({
  method: 'get',
  path: `${path}/bookings`,
  operationId: 'findBookings',
  summary: 'Bookings by their id, or by the address they were made under; operators only',
  request: { query: z.object({ q: z.string().trim().min(1).max(320) }) },
  responses: {
    200: json(z.object({ items: z.array(OperatorBooking) }), 'The latest first'),
    ...refusals,
  },
});

export const inspectBooking = createRoute({
  method: 'get',
  path: `${path}/bookings/{id}`,
  operationId: 'inspectBooking',
  request: { params: idParams },
  responses: { 200: json(OperatorBookingDetail, 'A booking with its ledger'), ...refusals },
});

export const refundByOperator = createRoute({
  method: 'post',
  path: `${path}/bookings/{id}/refund`,
  operationId: 'refundByOperator',
  summary: 'Give any part back, whatever the terms; the booking stays as it is',
  request: {
    params: idParams,
    headers: IdempotencyKeyHeader,
    body: body(z.strictObject({ amountMinor: AmountMinor.min(1) })),
  },
  responses: { 200: json(OperatorBookingDetail, 'The booking as it now stands'), ...writeRefusals },
});

export const listProviders = createRoute({
  method: 'get',
  path: `${path}/providers`,
  operationId: 'listProviders',
  request: {
    query: z.object({
      status: z.enum(['draft', 'active', 'suspended']).optional(),
      q: z.string().trim().max(120).optional(),
    }),
  },
  responses: {
    200: json(
      z.object({ items: z.array(ManagedProvider), total: z.int() }),
      'At most 60, by name; `total` counts all that fit',
    ),
    ...refusals,
  },
});

const decision = <A extends string>(action: A, summary: string) =>
  createRoute({
    method: 'post',
    path: `${path}/providers/{id}/${action}` as const,
    operationId: `${action}Provider`,
    summary,
    request: { params: idParams, headers: IdempotencyKeyHeader },
    responses: { 200: json(ManagedProvider, 'The provider as it now stands'), ...writeRefusals },
  });

export const approveProvider = decision('approve', 'Let a provider be found and booked');
export const suspendProvider = decision('suspend', 'Hide a provider; existing bookings stand');

export const listReconciliations = createRoute({
  method: 'get',
  path: `${path}/reconciliations`,
  operationId: 'listReconciliations',
  summary: 'What the nightly comparison of ledger and Stripe found',
  responses: {
    200: json(z.object({ items: z.array(ReconciliationReport) }), 'The last 30 days, latest first'),
    ...refusals,
  },
});
