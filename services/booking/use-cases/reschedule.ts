import { customerMayReschedule } from '../../domain/policy';
import { commitBooking, committed, moved } from '../../shared/bookings';
import { ProblemError } from '../../shared/lambda';
import type { BookingItem } from '../../shared/table';
import { bookingView, hasBegun } from '../booking-view';
import type { BookingContext } from '../context';
import type { Booking } from '../contract';
import { requireOwnBooking } from '../require-access';
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
  const next = moved(booking, 'reschedule', 'customer', ctx.now);
  const { policy, startsAt } = booking;
  const isInTime = customerMayReschedule({ policy, start: new Date(startsAt), now: ctx.now });
  if (!isInTime || hasBegun(booking, ctx.now)) throw new ProblemError('RESCHEDULE_TOO_LATE');

  const offer = await readOffer(ctx.table, booking.serviceId, { consistent: true });
  const slot = offer && offeredSlot(offer, new Date(input.start).toISOString(), ctx.now);
  if (!slot) throw new ProblemError('SLOT_UNAVAILABLE');
  const after = { ...next, startsAt: slot.start, endsAt: slot.end };
  const resourceIds = [booking.resourceId, ...others(offer.service.resourceIds, booking)];
  return bookingView(await moveToFirstFree(ctx, booking, after, resourceIds), ctx.now);
}

async function moveToFirstFree(
  ctx: BookingContext,
  before: BookingItem,
  after: BookingItem,
  resourceIds: readonly string[],
): Promise<BookingItem> {
  for (const resourceId of resourceIds) {
    const outcome = await commitBooking(ctx, {
      before,
      after: { ...after, resourceId },
      topic: 'booking.rescheduled',
    });
    if (outcome.kind !== 'taken') return committed(outcome);
  }
  throw new ProblemError('SLOT_TAKEN');
}

function others(resourceIds: readonly string[], { resourceId }: BookingItem): string[] {
  return resourceIds.filter((other) => other !== resourceId);
}
