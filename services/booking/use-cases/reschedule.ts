import { customerMayReschedule } from '../../domain/policy';
import { commitOnFirstFree, committed, moved, ownResourceFirst } from '../../shared/bookings';
import { ProblemError } from '../../shared/lambda';
import { bookingView, hasBegun } from '../booking-view';
import type { BookingContext } from '../context';
import type { Booking } from '../contract';
import { isDoneAlready, requireOwnBooking } from '../require-access';
import { offeredSlot, readOffer } from '../slots/offer';

/**
 * Moves a booking to another free time: same service, same price, the claim moved in one transaction.
 * @throws ProblemError `NOT_POSSIBLE_NOW`, `RESCHEDULE_TOO_LATE`, `SLOT_UNAVAILABLE`, `SLOT_TAKEN`
 */
export async function reschedule(
  ctx: BookingContext,
  input: { bookingId: string; start: string },
): Promise<Booking> {
  const booking = await requireOwnBooking(ctx, input.bookingId);
  if (isDoneAlready(ctx, booking)) return bookingView(booking, ctx.now);
  const next = moved(booking, 'reschedule', 'customer', ctx.now);
  const { policy, startsAt } = booking;
  const isInTime = customerMayReschedule({ policy, start: new Date(startsAt), now: ctx.now });
  if (!isInTime || hasBegun(booking, ctx.now)) throw new ProblemError('RESCHEDULE_TOO_LATE');

  const offer = await readOffer(ctx.table, booking.serviceId, { consistent: true });
  const slot = offer && offeredSlot(offer, new Date(input.start).toISOString(), ctx.now);
  if (!slot) throw new ProblemError('SLOT_UNAVAILABLE');
  const outcome = await commitOnFirstFree(
    ctx,
    {
      before: booking,
      after: { ...next, startsAt: slot.start, endsAt: slot.end, lastOperationId: ctx.operationId },
      topic: 'booking.rescheduled',
    },
    ownResourceFirst(booking.resourceId, offer.service.resourceIds),
  );
  return bookingView(committed(outcome), ctx.now);
}
