import type { Slot } from '../../domain/availability';
import { hasBegun } from '../../domain/process';
import { ProblemError } from '../lambda';
import type { BookingItem } from '../table';
import { commitBooking } from './commit/commit-booking';
import type { BookingsContext } from './context';
import { committed, moved } from './moved';
import { freeSlots, readOffer, withoutNotice } from './slots/offer';
import { readClaims } from './slots/read-claims';

type TableContext = Pick<BookingsContext, 'table' | 'now'>;

/** The proposal that the customer can still answer: both times lie ahead. */
export function openProposal(
  booking: BookingItem,
  now: Date,
): { start: string; end: string } | undefined {
  const { state, proposedStart: start, proposedEnd: end } = booking;
  if (state !== 'confirmed' || start === undefined || end === undefined) return undefined;
  const isAhead = !hasBegun(booking, now) && Date.parse(start) > now.getTime();
  return isAhead ? { start, end } : undefined;
}

/** Where a booking could move to, at any notice: free times of its service, its own claim not in the way. */
export async function freeMoves(
  { table, now }: TableContext,
  booking: BookingItem,
  range: { from: Date; to: Date },
): Promise<Slot[]> {
  const offer = await readOffer(table, booking.serviceId, { consistent: true });
  if (!offer) return [];
  const claims = await readClaims(table, offer.service, range);
  const others = new Map(
    [...claims].map(([resourceId, list]) => [
      resourceId,
      list.filter(({ bookingId }) => bookingId !== booking.bookingId),
    ]),
  );
  return freeSlots(withoutNotice(offer), others, range, now).filter(
    ({ start, seatsLeft }) => seatsLeft >= booking.seats && start !== booking.startsAt,
  );
}

/**
 * Proposes another time to the customer, in place of an earlier proposal. The booking stays where it
 * is, and the new time is claimed only when the customer agrees.
 * @throws ProblemError `NOT_POSSIBLE_NOW`, `SLOT_UNAVAILABLE`, `CONFLICT`
 */
export async function proposeMove(
  ctx: BookingsContext,
  booking: BookingItem,
  start: string,
  by: 'provider' | 'operator',
): Promise<BookingItem> {
  const next = moved(booking, 'propose_move', by, ctx.now);
  if (hasBegun(booking, ctx.now)) throw new ProblemError('NOT_POSSIBLE_NOW');
  const from = new Date(start);
  const [slot] = await freeMoves(ctx, booking, { from, to: new Date(from.getTime() + 1) });
  if (!slot) throw new ProblemError('SLOT_UNAVAILABLE');
  const after = { ...next, proposedStart: slot.start, proposedEnd: slot.end };
  return committed(
    await commitBooking(ctx, { before: booking, after, topic: 'booking.move_proposed' }),
  );
}

/**
 * Ends a proposal without a move: the customer declines it, or the provider takes it back.
 * @throws ProblemError `NOT_POSSIBLE_NOW` without a proposal, `CONFLICT`
 */
export async function dropMove(
  ctx: BookingsContext,
  booking: BookingItem,
  by: 'customer' | 'provider' | 'operator',
): Promise<BookingItem> {
  const after = moved(booking, 'drop_move', by, ctx.now);
  if (!openProposal(booking, ctx.now)) throw new ProblemError('NOT_POSSIBLE_NOW');
  const isDeclined = by === 'customer';
  return committed(
    await commitBooking(ctx, {
      before: booking,
      after,
      ...(isDeclined && { topic: 'booking.move_declined' as const }),
    }),
  );
}
