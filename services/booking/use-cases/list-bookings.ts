import { invalidInput } from '../../shared/lambda';
import { openCursor, sealCursor } from '../../shared/lists';
import { bookingView } from '../booking-view';
import type { BookingContext } from '../context';
import type { BookingList } from '../contract';
import { requireUser } from '../require-access';

const DEFAULT_LIMIT = 20;

export interface PageQuery {
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** The signed-in customer's bookings by start, newest first. */
export async function listBookings(
  { table, actor, now }: BookingContext,
  { cursor, limit = DEFAULT_LIMIT }: PageQuery,
): Promise<BookingList> {
  const { userId: customerId } = requireUser(actor);
  const list = `bookings:${customerId}`;
  const { data, cursor: next } = await table.booking.query.byCustomer({ customerId }).go({
    order: 'desc',
    count: limit,
    cursor: cursor === undefined ? null : positionOf(list, cursor),
  });
  return {
    items: data.map((booking) => bookingView(booking, now)),
    ...(next !== null && { nextCursor: sealCursor(list, next) }),
  };
}

function positionOf(list: string, cursor: string): string {
  const position = openCursor(list, cursor);
  if (typeof position === 'string') return position;
  throw invalidInput({ path: 'cursor', message: 'Take `nextCursor` of the page before' });
}
