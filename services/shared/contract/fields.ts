import { z } from '@hono/zod-openapi';

/** UTC instant, ISO 8601 with `Z`, e.g. `2026-06-01T09:00:00.000Z`. */
export const Instant = z.iso
  .datetime({ error: 'Expected a UTC instant such as 2026-06-01T09:00:00Z' })
  .openapi({ format: 'date-time', example: '2026-06-01T09:00:00.000Z' });

/** Calendar date without a zone, e.g. `2026-06-01`. */
export const LocalDate = z.iso.date().openapi({ format: 'date', example: '2026-06-01' });

/** Wall time, `HH:MM`; `24:00` is the next local midnight. */
export const WallTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Expected HH:MM, or 24:00')
  .openapi({ example: '09:30' });

/** Integer minor units of the currency beside it. */
export const AmountMinor = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** ISO 4217, upper case. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'Expected an ISO 4217 code')
  .openapi({ example: 'EUR' });

export const Id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/, 'Expected an id');

export const TimeZone = z.string().min(1).max(64).openapi({ example: 'Europe/Berlin' });

/** Opaque; comes from the previous page's `nextCursor`. */
export const Cursor = z.string().min(1).max(1024);

/** Page size of a list. */
export const Limit = z.coerce.number().int().min(1).max(60);

export const IdempotencyKeyHeader = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(255)
    .openapi({ description: 'Unique per attempt; the same key and body replay the first answer.' }),
});

export const Price = z
  .object({
    baseMinor: AmountMinor,
    surchargeMinor: AmountMinor.openapi({ description: 'Guests pay 10% on top; else 0.' }),
    totalMinor: AmountMinor,
    currency: Currency,
  })
  .openapi('Price');
export type Price = z.infer<typeof Price>;

export const CancellationPolicy = z
  .enum(['flexible', 'moderate', 'strict'])
  .openapi('CancellationPolicy');
export type CancellationPolicy = z.infer<typeof CancellationPolicy>;

export const Place = z
  .object({
    city: z.string(),
    street: z.string().optional(),
    postcode: z.string().optional(),
    country: z.string().length(2),
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
  })
  .openapi('Place');
export type Place = z.infer<typeof Place>;

export const WeeklyRule = z
  .object({
    days: z.array(z.int().min(1).max(7)).min(1).max(7),
    start: WallTime,
    end: WallTime,
  })
  .openapi('WeeklyRule', { description: 'ISO weekdays 1–7; end ≤ start runs overnight.' });
export type WeeklyRule = z.infer<typeof WeeklyRule>;

export const AvailabilityOverride = z
  .object({
    date: LocalDate,
    intervals: z.array(z.object({ start: WallTime, end: WallTime })).max(24),
  })
  .openapi('AvailabilityOverride', {
    description: 'Replaces the weekly rules of a date; [] is closed.',
  });
export type AvailabilityOverride = z.infer<typeof AvailabilityOverride>;
