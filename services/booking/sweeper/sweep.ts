import { isLongOver, stateNow } from '../../domain/process';
import { type BookingsContext, expireBooking, finishBooking } from '../../shared/bookings';
import type { BookingItem } from '../../shared/table';
import { readDue } from './read-due';

/** How a run went. */
export interface Swept {
  expired: number;
  completed: number;
  failed: number;
}

/**
 * Releases every hold nobody paid for and every request nobody answered in time; once an hour also
 * completes what ended a day ago. One that fails does not stop the others; a later run tries it again.
 */
export async function sweep(ctx: BookingsContext): Promise<Swept> {
  const swept = { expired: 0, completed: 0, failed: 0 };
  const each = async (
    bookings: readonly BookingItem[],
    as: 'expired' | 'completed',
    settle: (booking: BookingItem) => Promise<boolean>,
  ) => {
    for (const booking of bookings) {
      try {
        if (await settle(booking)) swept[as]++;
      } catch (error) {
        swept.failed++;
        const { bookingId } = booking;
        ctx.log.error('A booking could not be brought to its end', { bookingId, error });
      }
    }
  };
  await each(await readOverdue(ctx), 'expired', (booking) => expireBooking(ctx, booking));
  if (ctx.now.getUTCMinutes() === 0) {
    await each(await readOver(ctx), 'completed', async (booking) => {
      await finishBooking(ctx, booking, 'complete', 'system');
      return true;
    });
  }
  return swept;
}

async function readOverdue(ctx: BookingsContext): Promise<BookingItem[]> {
  const due = { attribute: 'expiresAt', until: ctx.now } as const;
  const bookings = await readDue(ctx, ['held', 'requested'], due);
  return bookings.filter(
    (booking) => booking.state !== 'expired' && stateNow(booking, ctx.now) === 'expired',
  );
}

async function readOver(ctx: BookingsContext): Promise<BookingItem[]> {
  const due = { attribute: 'endsAt', until: ctx.now } as const;
  const bookings = await readDue(ctx, ['confirmed'], due);
  return bookings.filter(
    (booking) => booking.state === 'confirmed' && isLongOver(booking, ctx.now),
  );
}
