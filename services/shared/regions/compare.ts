import { isDeepStrictEqual } from 'node:util';
import { claimDays, isLive } from '../../domain/availability';
import { claimOf } from '../bookings/commit/claim-days';
import type { BookingItem, ResourceDayItem } from '../table';
import type { Region } from './ownership';

interface Kept {
  bookings: BookingItem[];
  days: ResourceDayItem[];
}

/** What one region has of a provider's bookings and claims, each read strongly consistent. */
async function readKept({ table }: Region, providerId: string): Promise<Kept> {
  const listed = await table.booking.query.byProvider({ providerId }).go({ pages: 'all' });
  const { data: services } = await table.service.query.primary({ providerId }).go({ pages: 'all' });
  const used = listed.data.map(({ resourceId }) => resourceId);
  const resourceIds = new Set([...services.flatMap((one) => one.resourceIds), ...used]);
  const bookings = await Promise.all(
    listed.data.map(({ bookingId }) => table.booking.get({ bookingId }).go({ consistent: true })),
  );
  const days = await Promise.all(
    [...resourceIds].map((resourceId) =>
      table.resourceDay.query.primary({ resourceId }).go({ consistent: true, pages: 'all' }),
    ),
  );
  return {
    bookings: bookings.flatMap(({ data }) => data ?? []),
    days: days.flatMap(({ data }) => data),
  };
}

/** Bookings and days of a provider that two regions do not have alike; empty when everything has arrived. */
export async function differencesBetween(
  one: Region,
  other: Region,
  providerId: string,
): Promise<string[]> {
  const left = byName(await readKept(one, providerId));
  const right = byName(await readKept(other, providerId));
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].filter((name) => !isDeepStrictEqual(left.get(name), right.get(name))).sort();
}

function byName({ bookings, days }: Kept): Map<string, object> {
  return new Map<string, object>([
    ...bookings.map((item) => [`booking ${item.bookingId}`, item] as const),
    ...days.map((item) => [`day ${item.resourceId} ${item.date}`, item] as const),
  ]);
}

/**
 * Live bookings whose footprint is not claimed: what remains of a region that was lost before its claims
 * had arrived here. Each is to be moved or given back.
 */
export async function unclaimedBookings(
  region: Region,
  providerId: string,
  now: Date,
): Promise<string[]> {
  const { bookings, days } = await readKept(region, providerId);
  return bookings
    .filter((booking) => !isClaimed(booking, days, now))
    .map(({ bookingId }) => bookingId);
}

function isClaimed(booking: BookingItem, days: readonly ResourceDayItem[], now: Date): boolean {
  const claim = claimOf(booking);
  if (!claim || !isLive(claim, now.getTime())) return true;
  return claimDays(claim).every((date) =>
    days.some(
      (day) =>
        day.resourceId === booking.resourceId &&
        day.date === date &&
        day.claims.some(({ bookingId }) => bookingId === booking.bookingId),
    ),
  );
}
