import type { Claim } from '../../../domain/availability';
import { claimDays, isLive } from '../../../domain/availability';
import type { BookingItem, MarketTable } from '../../table';

const KEPT_SECONDS = 31 * 24 * 3600;

/** One UTC date of a resource as it was read; version 0 is a date nothing was ever claimed on. */
export interface ClaimDay {
  resourceId: string;
  date: string;
  version: number;
  claims: Claim[];
}

const CLAIM_STATUS = { held: 'hold', requested: 'pending', confirmed: 'confirmed' } as const;

/** What a booking occupies; nothing unless it is live. */
export function claimOf(booking: BookingItem): Claim | undefined {
  const { state } = booking;
  if (state !== 'held' && state !== 'requested' && state !== 'confirmed') return undefined;
  return {
    bookingId: booking.bookingId,
    serviceId: booking.serviceId,
    start: booking.startsAt,
    end: booking.endsAt,
    bufferBefore: booking.bufferBefore,
    bufferAfter: booking.bufferAfter,
    seats: booking.seats,
    status: CLAIM_STATUS[state],
    ...(state === 'held' && booking.expiresAt !== undefined && { expiresAt: booking.expiresAt }),
  };
}

/** Reads the dates of a resource that the claims touch, strongly consistent. */
export async function readClaimDays(
  table: MarketTable,
  resourceId: string,
  claims: readonly Claim[],
): Promise<ClaimDay[]> {
  const dates = [...new Set(claims.flatMap(claimDays))].sort();
  return Promise.all(
    dates.map(async (date) => {
      const { data } = await table.resourceDay.get({ resourceId, date }).go({ consistent: true });
      return data ?? { resourceId, date, version: 0, claims: [] };
    }),
  );
}

/** The claims of several dates, each once: a claim stands in every date it touches. */
export function distinctClaims(days: readonly Pick<ClaimDay, 'claims'>[]): Claim[] {
  const byBooking = new Map<string, Claim>();
  for (const { claims } of days) {
    for (const claim of claims) byBooking.set(claim.bookingId, claim);
  }
  return [...byBooking.values()];
}

/** The day with a booking's claim replaced (or only removed), and without holds that have run out. */
export function withClaim(
  day: ClaimDay,
  bookingId: string,
  claim: Claim | undefined,
  now: Date,
): ClaimDay {
  const others = day.claims.filter(
    (other) => other.bookingId !== bookingId && isLive(other, now.getTime()),
  );
  const isHere = claim !== undefined && claimDays(claim).includes(day.date);
  return { ...day, claims: isHere ? [...others, claim] : others };
}

/** The item a changed day is written as. */
export function nextVersion(day: ClaimDay) {
  return {
    ...day,
    version: day.version + 1,
    expiresAtSeconds: Date.parse(day.date) / 1000 + KEPT_SECONDS,
  };
}
