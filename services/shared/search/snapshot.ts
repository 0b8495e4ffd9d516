import { z } from 'zod';
import { MARKET_CODES, type MarketCode } from '../../domain/markets';

const Interval = z.object({ start: z.string(), end: z.string() });

/** A live booking of a resource, as far as free times need to know it. Nobody's name is in it. */
const BusyTime = z.object({
  resourceId: z.string(),
  serviceId: z.string(),
  start: z.string(),
  end: z.string(),
  status: z.enum(['confirmed', 'pending', 'hold']),
  bufferBefore: z.int(),
  bufferAfter: z.int(),
  seats: z.int(),
  /** Of a hold: from then on it blocks nothing. */
  expiresAt: z.string().optional(),
});
export type BusyTime = z.infer<typeof BusyTime>;

const IndexedService = z.object({
  id: z.string(),
  title: z.string(),
  category: z.string(),
  priceMinor: z.int(),
  durationMin: z.int(),
  stepMin: z.int(),
  bufferBefore: z.int(),
  bufferAfter: z.int(),
  minNoticeMin: z.int(),
  horizonDays: z.int(),
  capacity: z.int(),
  resourceIds: z.array(z.string()),
});
export type IndexedService = z.infer<typeof IndexedService>;

const IndexedProvider = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  currency: z.string(),
  rating: z.number().nullable(),
  ratingCount: z.int(),
  timeZone: z.string(),
  city: z.string(),
  lat: z.number(),
  lon: z.number(),
  rules: z.array(Interval.extend({ days: z.array(z.int()) })),
  overrides: z.array(z.object({ date: z.string(), intervals: z.array(Interval) })),
  busy: z.array(BusyTime),
  services: z.array(IndexedService),
});
/** A visible provider with its visible services and everything that its free times depend on. */
export type IndexedProvider = z.infer<typeof IndexedProvider>;

const Snapshot = z.object({
  version: z.literal(1),
  market: z.enum(MARKET_CODES),
  providers: z.record(z.string(), IndexedProvider),
});
/** All that a market's search needs, in one object; providers by id. */
export type Snapshot = z.infer<typeof Snapshot>;

/** Where the snapshot of a market lies in the assets bucket. */
export function snapshotKey(market: MarketCode): string {
  return `search/${market}.json`;
}

export function emptySnapshot(market: MarketCode): Snapshot {
  return { version: 1, market, providers: {} };
}

/** @throws ZodError when the text is not a snapshot of this version. */
export function parseSnapshot(text: string): Snapshot {
  return Snapshot.parse(JSON.parse(text));
}
