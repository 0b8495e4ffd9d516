import { type BookingActor, hasBegun } from '../../domain/process';
import { ProblemError } from '../lambda';
import type { BookingItem } from '../table';
import { type CommitContext, commitBooking } from './commit/commit-booking';
import { committed, moved } from './moved';

/**
 * Notes that the appointment took place, or that nobody came. What was paid stays.
 * @throws ProblemError `NOT_POSSIBLE_NOW` before the start.
 */
export async function finishBooking(
  ctx: CommitContext,
  booking: BookingItem,
  how: 'complete' | 'mark_no_show',
  by: BookingActor,
): Promise<BookingItem> {
  const after = moved(booking, how, by, ctx.now);
  if (!hasBegun(booking, ctx.now)) throw new ProblemError('NOT_POSSIBLE_NOW');
  return committed(await commitBooking(ctx, { before: booking, after }));
}
