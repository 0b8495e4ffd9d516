import { dropMove, openProposal } from '../../shared/bookings';
import { ProblemError } from '../../shared/lambda';
import { bookingView } from '../booking-view';
import type { BookingContext } from '../context';
import type { Booking } from '../contract';
import { isDoneAlready, requireOwnBooking } from '../require-access';

/**
 * Keeps the booking where it is: the time that the provider has proposed does not suit the customer.
 * @throws ProblemError `NOT_POSSIBLE_NOW`, `PROPOSAL_CHANGED` when it is another one than was shown.
 */
export async function declineMove(
  ctx: BookingContext,
  input: { bookingId: string; start: string },
): Promise<Booking> {
  const booking = await requireOwnBooking(ctx, input.bookingId);
  if (isDoneAlready(ctx, booking)) return bookingView(booking, ctx.now);
  const proposal = openProposal(booking, ctx.now);
  if (proposal && Date.parse(proposal.start) !== Date.parse(input.start)) {
    throw new ProblemError('PROPOSAL_CHANGED');
  }
  return bookingView(await dropMove(ctx, booking, 'customer'), ctx.now);
}
