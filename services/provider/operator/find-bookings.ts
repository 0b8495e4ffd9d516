import { type BookingItem, emailHashOf } from '../../shared/table';
import type { ProviderContext } from '../context';
import type { OperatorBooking } from '../contract';
import { operatorBooking } from './operator-booking';
import { requireOperator } from './require-operator';

const MOST = 50;

/** Bookings by their id, or by the address they were made under, the latest first. */
export async function findBookings(
  context: ProviderContext,
  { q }: { q: string },
): Promise<{ items: OperatorBooking[] }> {
  requireOperator(context);
  const found = q.includes('@') ? await byEmail(context, q) : await byIds(context, [q]);
  const items = await Promise.all(found.map((booking) => operatorBooking(context, booking)));
  return { items };
}

async function byEmail(context: ProviderContext, email: string): Promise<BookingItem[]> {
  const { data } = await context.table.bookingContact.query
    .byEmail({ emailHash: emailHashOf(email) })
    .go({ pages: 'all' });
  const found = await byIds(
    context,
    data.map(({ bookingId }) => bookingId),
  );
  return found.sort((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, MOST);
}

async function byIds({ table }: ProviderContext, ids: readonly string[]): Promise<BookingItem[]> {
  if (ids.length === 0) return [];
  const { data } = await table.booking.get(ids.map((bookingId) => ({ bookingId }))).go();
  return data;
}
