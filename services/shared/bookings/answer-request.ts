import type { BookingActor } from '../../domain/process';
import { ProblemError } from '../lambda';
import type { BookingItem } from '../table';
import { commitBooking } from './commit/commit-booking';
import type { BookingsContext } from './context';
import { releasePayment } from './money/release-payment';
import { settlePayment } from './money/settle-payment';
import { committed, moved } from './moved';
import { requireBooking } from './read-booking';

/**
 * Accepts a request: the card is charged, and the charge confirms the booking.
 * @throws ProblemError `NOT_POSSIBLE_NOW`, also when the card can no longer be charged.
 */
export async function acceptBooking(
  ctx: BookingsContext,
  booking: BookingItem,
  by: BookingActor,
): Promise<BookingItem> {
  moved(booking, 'accept', by, ctx.now);
  if (booking.paymentIntentId === undefined) throw new ProblemError('NOT_POSSIBLE_NOW');
  const intent = await ctx.payments.captureIntent(booking.paymentIntentId);
  if (intent.status !== 'succeeded') throw new ProblemError('NOT_POSSIBLE_NOW');
  await settlePayment(ctx, intent);
  return requireBooking(ctx.table, booking.bookingId);
}

/** Declines a request: the slot is free again and the card is let go. */
export async function declineBooking(
  ctx: BookingsContext,
  booking: BookingItem,
  by: BookingActor,
): Promise<BookingItem> {
  const after = moved(booking, 'decline', by, ctx.now);
  const declined = committed(
    await commitBooking(ctx, { before: booking, after, topic: 'booking.declined' }),
  );
  await releasePayment(ctx, declined).catch((error: unknown) => {
    ctx.log.error('A card could not be let go yet', { bookingId: booking.bookingId, error });
  });
  return declined;
}
