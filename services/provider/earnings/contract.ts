import { createRoute, z } from '@hono/zod-openapi';
import { LEDGER_ENTRY_TYPES } from '../../domain/money';
import { Currency, Id, Instant, json } from '../../shared/contract';
import { base, refusals } from '../contract-parts';

export const LedgerEntry = z
  .object({
    /** Null for a payout, which is of no single booking. */
    bookingId: Id.nullable(),
    type: z.enum(LEDGER_ENTRY_TYPES),
    amountMinor: z.int(),
    currency: Currency,
    stripeId: z.string(),
    at: Instant,
  })
  .openapi('LedgerEntry');
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export const Earnings = z
  .object({
    currency: Currency,
    netMinor: z
      .int()
      .openapi({ description: "The provider's share of what is held, in the range." }),
    bookings: z.int().min(0),
    byDay: z.array(z.object({ date: z.iso.date(), netMinor: z.int(), bookings: z.int() })),
    entries: z.array(LedgerEntry),
  })
  .openapi('Earnings');
export type Earnings = z.infer<typeof Earnings>;

export const getEarnings = createRoute({
  method: 'get',
  path: `${base}/earnings`,
  operationId: 'getEarnings',
  request: { query: z.object({ from: Instant.optional(), to: Instant.optional() }) },
  responses: { 200: json(Earnings, 'Net by day and the ledger behind it'), ...refusals },
});
