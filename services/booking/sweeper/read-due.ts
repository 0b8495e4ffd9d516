import type { BookingsContext } from '../../shared/bookings';
import { type BookingItem, statusShards } from '../../shared/table';

/**
 * Bookings in any of these states whose time, by that attribute, has come. The index follows the table;
 * what it names is read again, strongly consistent.
 */
export async function readDue(
  { table }: Pick<BookingsContext, 'table'>,
  states: readonly BookingItem['state'][],
  { attribute, until }: { attribute: 'expiresAt' | 'endsAt'; until: Date },
): Promise<BookingItem[]> {
  const shards = states.flatMap((state) => statusShards('BOOKING', state));
  const pages = await Promise.all(
    shards.map((status) =>
      table.booking.query
        .byStatus({ status })
        .where((booking, { lte }) => lte(booking[attribute], until.toISOString()))
        .go({ pages: 'all' }),
    ),
  );
  const found = pages.flatMap(({ data }) => data.map(({ bookingId }) => ({ bookingId })));
  const current = await Promise.all(
    found.map((key) => table.booking.get(key).go({ consistent: true })),
  );
  return current.flatMap(({ data }) => (data ? [data] : []));
}
