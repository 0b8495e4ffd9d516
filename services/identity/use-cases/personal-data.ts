import {
  type BookingContactItem,
  type BookingItem,
  emailHashOf,
  type MarketTable,
} from '../../shared/table';
import type { Person } from '../people';

/** Where a person is named in the table. */
export interface PersonalData {
  bookings: BookingItem[];
  contacts: BookingContactItem[];
}

/**
 * The bookings of an account, and those that were made as a guest under its address: whoever has the
 * account has proven that the address is theirs.
 */
export async function findPersonalData(
  table: MarketTable,
  { userId, email }: Pick<Person, 'userId' | 'email'>,
): Promise<PersonalData> {
  const own = await table.booking.query.byCustomer({ customerId: userId }).go({ pages: 'all' });
  const ids = new Set(own.data.map(({ bookingId }) => bookingId));
  const byAddress = await contactsOf(table, email);
  const asGuest = byAddress.filter(({ bookingId }) => !ids.has(bookingId));
  const [contacts, guestBookings] = await Promise.all([
    batch([...ids], (keys) => table.bookingContact.get(keys).go({ concurrency: 4 })),
    batch(
      asGuest.map(({ bookingId }) => bookingId),
      (keys) => table.booking.get(keys).go({ concurrency: 4 }),
    ),
  ]);
  return { bookings: [...own.data, ...guestBookings], contacts: [...contacts, ...asGuest] };
}

async function contactsOf(table: MarketTable, email: string): Promise<BookingContactItem[]> {
  if (email === '') return [];
  const { data } = await table.bookingContact.query
    .byEmail({ emailHash: emailHashOf(email) })
    .go({ pages: 'all' });
  return data;
}

async function batch<Item>(
  bookingIds: readonly string[],
  get: (keys: { bookingId: string }[]) => Promise<{ data: Item[]; unprocessed: unknown[] }>,
): Promise<Item[]> {
  if (bookingIds.length === 0) return [];
  const { data, unprocessed } = await get(bookingIds.map((bookingId) => ({ bookingId })));
  if (unprocessed.length > 0) throw new Error('The table did not answer for all bookings');
  return data;
}
