import { isDeepStrictEqual } from 'node:util';
import type { DynamoDBRecord } from 'aws-lambda';
import { z } from 'zod';
import { MARKET_CODES, type MarketCode } from '../../domain/markets';
import { providerIdOf } from '../../shared/table';

const Text = z.object({ S: z.string() });

/** An item of the table as the stream shows it: ElectroDB names its entity in `__edb_e__`. */
const Image = z.looseObject({
  __edb_e__: Text,
  providerId: Text.optional(),
  slug: Text.optional(),
  market: z.object({ S: z.enum(MARKET_CODES) }).optional(),
  claims: z.object({ L: z.array(z.object({ M: z.object({ serviceId: Text }) })) }).optional(),
});
type Image = z.infer<typeof Image>;

const OF_A_PROVIDER: ReadonlySet<string> = new Set(['provider', 'service', 'availability']);

export interface Affected {
  providerId: string;
  /** Where the provider is or was listed, as far as the record says so. */
  markets: MarketCode[];
  /** Addresses the provider has or had, as far as the record says so. */
  slugs: string[];
  /** Whether the provider's pages say something else now: bookings alone only move their times. */
  changesPages: boolean;
}

/** The providers whose search documents a changed item takes part in. */
export function affectedBy({ dynamodb }: DynamoDBRecord): Affected[] {
  const images = [dynamodb?.OldImage, dynamodb?.NewImage].flatMap((image) => {
    const read = Image.safeParse(image);
    return read.success ? [read.data] : [];
  });
  const providerIds = new Set(images.flatMap(providerIdsOf));
  const markets = images.flatMap(({ market }) => market?.S ?? []);
  const slugs = images.flatMap(({ slug }) => slug?.S ?? []);
  const changesPages = doesChangePages(images);
  return [...providerIds].map((providerId) => ({ providerId, markets, slugs, changesPages }));
}

function providerIdsOf({ __edb_e__: entity, providerId, claims }: Image): string[] {
  if (OF_A_PROVIDER.has(entity.S)) return providerId ? [providerId.S] : [];
  if (entity.S !== 'resourceDay') return [];
  return claims?.L.map(({ M }) => providerIdOf(M.serviceId.S)) ?? [];
}

/** Counting a booking changes a provider's item, but is no reason to make its pages again. */
function doesChangePages(images: readonly Image[]): boolean {
  if (!images.some(({ __edb_e__: entity }) => OF_A_PROVIDER.has(entity.S))) return false;
  const [before, after] = images.map(({ bookingsCount: _count, ...shown }) => shown);
  return !isDeepStrictEqual(before, after);
}
