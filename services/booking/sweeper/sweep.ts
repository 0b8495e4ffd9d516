import { stateNow } from '../../domain/process';
import { type BookingsContext, expireBooking } from '../../shared/bookings';
import { type BookingItem, statusShards } from '../../shared/table';

const WAITING_STATES = ['held', 'requested'] as const;

/** How a run went. */
export interface Swept {
  expired: number;
  failed: number;
}

/**
 * Releases every hold nobody paid for and every request nobody answered in time. One that fails does
 * not stop the others; the next run tries it again.
 */
export async function sweep(ctx: BookingsContext): Promise<Swept> {
  const swept = { expired: 0, failed: 0 };
  for (const booking of await readOverdue(ctx)) {
    try {
      if (await expireBooking(ctx, booking)) swept.expired++;
    } catch (error) {
      swept.failed++;
      ctx.log.error('A booking could not be released', { bookingId: booking.bookingId, error });
    }
  }
  return swept;
}

/** The index follows the table; what it names is read again before it is changed. */
async function readOverdue({ table, now }: BookingsContext): Promise<BookingItem[]> {
  const shards = WAITING_STATES.flatMap((state) => statusShards('BOOKING', state));
  const pages = await Promise.all(
    shards.map((status) =>
      table.booking.query
        .byStatus({ status })
        .where(({ expiresAt }, { lte }) => lte(expiresAt, now.toISOString()))
        .go({ pages: 'all' }),
    ),
  );
  const found = pages.flatMap(({ data }) => data.map(({ bookingId }) => ({ bookingId })));
  const current = await Promise.all(
    found.map((key) => table.booking.get(key).go({ consistent: true })),
  );
  return current.flatMap(({ data }) => (data && isOverdue(data, now) ? [data] : []));
}

function isOverdue(booking: BookingItem, now: Date): boolean {
  return booking.state !== 'expired' && stateNow(booking, now) === 'expired';
}
