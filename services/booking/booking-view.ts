import { customerMayReschedule } from '../domain/policy';
import { hasBegun, possibleEvents, stateNow } from '../domain/process';
import { openProposal, refundNow } from '../shared/bookings';
import type { BookingItem } from '../shared/table';
import type { Booking } from './contract';

/** What goes with a booking when it is shown to the person it belongs to. */
export interface BookingExtras {
  customer?: { name: string; email: string } | undefined;
  clientSecret?: string | undefined;
}

/** A booking as its customer sees it now. */
export function bookingView(
  booking: BookingItem,
  now: Date,
  { customer, clientSecret }: BookingExtras = {},
): Booking {
  const state = stateNow(booking, now);
  const { expiresAt, address } = booking;
  const proposal = openProposal(booking, now);
  return {
    bookingId: booking.bookingId,
    state,
    serviceId: booking.serviceId,
    serviceTitle: booking.serviceTitle,
    providerName: booking.providerName,
    providerSlug: booking.providerSlug,
    start: booking.startsAt,
    end: booking.endsAt,
    timeZone: booking.timeZone,
    seats: booking.seats,
    price: priceOf(booking),
    policy: booking.policy,
    ...(booking.state === 'held' && expiresAt !== undefined && { holdExpiresAt: expiresAt }),
    ...(proposal && { proposedStart: proposal.start }),
    ...(address !== undefined && { address }),
    ...(customer && { customer: { name: customer.name, email: customer.email } }),
    ...(state === 'held' && clientSecret !== undefined && { clientSecret }),
    isClaimed: booking.customerId !== undefined,
    refundIfCancelledMinor: refundNow(booking, 'customer', now),
    refundedMinor: booking.refundedMinor,
    ...permissions(booking, now),
    createdAt: booking.createdAt,
  };
}

/** The price as customers see it. */
function priceOf({ baseMinor, surchargeMinor, totalMinor, currency }: BookingItem) {
  return { baseMinor, surchargeMinor, totalMinor, currency };
}

/** Whether the appointment took place, noted by the provider or not. */
export function isReviewable(booking: BookingItem, now: Date): boolean {
  const isOver = booking.state === 'confirmed' && Date.parse(booking.endsAt) <= now.getTime();
  return (booking.state === 'completed' || isOver) && booking.reviewedAt === undefined;
}

function permissions(booking: BookingItem, now: Date) {
  const events = possibleEvents(stateNow(booking, now), 'customer');
  const { policy, startsAt } = booking;
  const isAhead = !hasBegun(booking, now);
  return {
    canCancel: isAhead && events.includes('cancel'),
    canReschedule:
      isAhead &&
      events.includes('reschedule') &&
      customerMayReschedule({ policy, start: new Date(startsAt), now }),
    canReview: isReviewable(booking, now),
  };
}
