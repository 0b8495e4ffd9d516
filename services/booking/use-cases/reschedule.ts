import { customerMayReschedule } from '../../domain/policy';
import { hasBegun } from '../../domain/process';
import {
  commitOnFirstFree,
  committed,
  moved,
  offeredSlot,
  openProposal,
  ownResourceFirst,
  readOffer,
} from '../../shared/bookings';
import { ProblemError } from '../../shared/lambda';
import type { BookingItem } from '../../shared/table';
import { bookingView } from '../booking-view';
import type { BookingContext } from '../context';
import type { Booking } from '../contract';
import { isDoneAlready, requireOwnBooking } from '../require-access';

/**
 * Moves a booking to another free time: same service, same price, the claim moved in one transaction.
 * A time of the customer's own choice is subject to the policy; one that the provider proposed is not.
 * @throws ProblemError `NOT_POSSIBLE_NOW`, `RESCHEDULE_TOO_LATE`, `SLOT_UNAVAILABLE`, `SLOT_TAKEN`
 */
export async function reschedule(
  ctx: BookingContext,
  input: { bookingId: string; start: string },
): Promise<Booking> {
  const booking = await requireOwnBooking(ctx, input.bookingId);
  if (isDoneAlready(ctx, booking)) return bookingView(booking, ctx.now);
  const start = new Date(input.start).toISOString();
  const proposal = openProposal(booking, ctx.now);
  const isProposed = proposal?.start === start;
  const next = moved(booking, isProposed ? 'accept_move' : 'reschedule', 'customer', ctx.now);
  if (!isProposed) requireInTime(booking, ctx.now);

  const offer = await readOffer(ctx.table, booking.serviceId, { consistent: true });
  const slot = isProposed ? proposal : offer && offeredSlot(offer, start, ctx.now);
  if (!slot) throw new ProblemError('SLOT_UNAVAILABLE');
  const outcome = await commitOnFirstFree(
    ctx,
    {
      before: booking,
      after: { ...next, startsAt: slot.start, endsAt: slot.end },
      topic: 'booking.rescheduled',
    },
    ownResourceFirst(booking.resourceId, offer?.service.resourceIds ?? []),
  );
  return bookingView(committed(outcome), ctx.now);
}

function requireInTime(booking: BookingItem, now: Date): void {
  const { policy, startsAt } = booking;
  const isInTime = customerMayReschedule({ policy, start: new Date(startsAt), now });
  if (!isInTime || hasBegun(booking, now)) throw new ProblemError('RESCHEDULE_TOO_LATE');
}
