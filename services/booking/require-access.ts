import { requireBooking } from '../shared/bookings';
import { type Actor, ProblemError } from '../shared/lambda';
import type { BookingItem, MarketTable } from '../shared/table';
import type { BookingContext } from './context';

/**
 * The booking, for whom it belongs to: its customer's account, or the bearer of its access token.
 * @throws ProblemError `UNAUTHENTICATED` for nobody, `NOT_FOUND` for everybody else.
 */
export async function requireOwnBooking(
  { table, actor }: { table: MarketTable; actor: Actor },
  bookingId: string,
): Promise<BookingItem> {
  if (actor.kind === 'anonymous') throw new ProblemError('UNAUTHENTICATED');
  const booking = await requireBooking(table, bookingId);
  if (!isOwner(actor, booking)) throw new ProblemError('NOT_FOUND');
  return booking;
}

/** Whether an earlier attempt of this very write changed the booking, but its answer was lost. */
export function isDoneAlready(
  { operationId }: Pick<BookingContext, 'operationId'>,
  { lastOperationId }: BookingItem,
): boolean {
  return lastOperationId === operationId;
}

/** The user that asks. @throws ProblemError `UNAUTHENTICATED` for anybody without an account. */
export function requireUser(actor: Actor): Extract<Actor, { kind: 'user' }> {
  if (actor.kind !== 'user') throw new ProblemError('UNAUTHENTICATED');
  return actor;
}

function isOwner(actor: Actor, booking: BookingItem): boolean {
  switch (actor.kind) {
    case 'anonymous':
      return false;
    case 'guest':
      return actor.bookingId === booking.bookingId;
    case 'user':
      return actor.userId === booking.customerId;
  }
}
