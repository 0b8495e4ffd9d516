import type { Claim } from '../../domain/availability';
import { BOOKING_HORIZON_DAYS } from '../../domain/process';
import { distinctClaims } from '../../shared/bookings/commit/claim-days';
import type { Shelf } from '../../shared/cache';
import type { AvailabilityItem, MarketTable, ProviderItem, ServiceItem } from '../../shared/table';

const DAY_MS = 86_400_000;

/** How long what is made of a business serves, if no change of it is reported: no longer than a page at the edge. */
export const BUSINESS_SHELF: Shelf = { freshMs: 20_000, staleMs: 60_000 };

export type BusyClaim = Claim & { resourceId: string };

/** A provider with all that its pages and free times are made of. */
export interface Business {
  provider: ProviderItem;
  /** What customers may see: the active ones, oldest first. */
  services: ServiceItem[];
  availability: AvailabilityItem | undefined;
  /** Live claims of every resource from now to the booking horizon. */
  claims: BusyClaim[];
}

/** Reads an active provider, strongly consistent; nobody else is visible to customers. */
export async function readBusiness(
  table: MarketTable,
  providerId: string,
  now: Date,
): Promise<Business | undefined> {
  const [{ data: provider }, services, availability] = await Promise.all([
    table.provider.get({ providerId }).go({ consistent: true }),
    readActiveServices(table, providerId),
    table.availability.get({ providerId }).go({ consistent: true }),
  ]);
  if (provider?.state !== 'active') return undefined;
  const claims = await readClaims(table, services, now);
  return { provider, services, availability: availability.data ?? undefined, claims };
}

async function readActiveServices(table: MarketTable, providerId: string): Promise<ServiceItem[]> {
  const { data } = await table.service.query
    .primary({ providerId })
    .go({ consistent: true, pages: 'all' });
  return data
    .filter(({ state }) => state === 'active')
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

async function readClaims(
  table: MarketTable,
  services: readonly ServiceItem[],
  now: Date,
): Promise<BusyClaim[]> {
  const resourceIds = [...new Set(services.flatMap((service) => service.resourceIds))];
  const horizonDays = Math.max(0, ...services.map(horizonDaysOf));
  const from = isoDate(now.getTime() - DAY_MS);
  const to = isoDate(now.getTime() + (horizonDays + 1) * DAY_MS);
  const claims = await Promise.all(
    resourceIds.map((resourceId) => readResource(table, resourceId, from, to)),
  );
  return claims.flat().filter((claim) => isAhead(claim, now));
}

async function readResource(
  table: MarketTable,
  resourceId: string,
  from: string,
  to: string,
): Promise<BusyClaim[]> {
  const { data } = await table.resourceDay.query
    .primary({ resourceId })
    .between({ date: from }, { date: to })
    .go({ consistent: true, pages: 'all' });
  return distinctClaims(data).map((claim) => ({ ...claim, resourceId }));
}

/** How many days ahead the service can be booked. */
export function horizonDaysOf(service: ServiceItem): number {
  return service.horizonDays ?? BOOKING_HORIZON_DAYS;
}

function isAhead({ end, bufferAfter, expiresAt }: BusyClaim, now: Date): boolean {
  if (expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime()) return false;
  return Date.parse(end) + bufferAfter * 60_000 > now.getTime();
}

function isoDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
