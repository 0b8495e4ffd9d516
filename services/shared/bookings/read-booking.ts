import { ProblemError } from '../lambda';
import type { BookingItem, MarketTable } from '../table';

/** A booking as it stands, strongly consistent. */
export async function readBooking(
  table: MarketTable,
  bookingId: string,
): Promise<BookingItem | undefined> {
  const { data } = await table.booking.get({ bookingId }).go({ consistent: true });
  return data ?? undefined;
}

/** @throws ProblemError `NOT_FOUND` */
export async function requireBooking(table: MarketTable, bookingId: string): Promise<BookingItem> {
  const booking = await readBooking(table, bookingId);
  if (!booking) throw new ProblemError('NOT_FOUND');
  return booking;
}
