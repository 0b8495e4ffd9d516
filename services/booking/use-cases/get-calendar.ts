import { type Actor, ProblemError } from '../../shared/lambda';
import type { BookingContext } from '../context';
import { bookingCalendar } from '../mail/calendar';
import { requireOwnBooking } from '../require-access';

/** The booking as an iCalendar file; the access token may stand in the address, as in a mail's link. */
export async function getCalendar(
  ctx: BookingContext,
  { bookingId, token }: { bookingId: string; token?: string | undefined },
): Promise<string> {
  const actor = token === undefined ? ctx.actor : bearerOf(ctx, token);
  const booking = await requireOwnBooking({ table: ctx.table, actor }, bookingId);
  return bookingCalendar(booking, ctx.now);
}

function bearerOf({ guestTokens }: BookingContext, token: string): Actor {
  const bookingId = guestTokens.verify(token);
  if (bookingId === undefined) throw new ProblemError('UNAUTHENTICATED');
  return { kind: 'guest', bookingId };
}
