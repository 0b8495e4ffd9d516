import { type BookingActor, type BookingEvent, stateNow, transition } from '../../domain/process';
import { ProblemError } from '../lambda';
import { type BookingItem, withStatus } from '../table';
import type { CommitOutcome } from './commit/commit-booking';

/**
 * The booking after an event that this actor causes, by the process table. Holds and requests that
 * have run out count as expired for people; for the system what is written counts. Deadlines and proposals
 * of the state before end with it.
 * @throws ProblemError `NOT_POSSIBLE_NOW` or `FORBIDDEN`
 */
export function moved(
  booking: BookingItem,
  event: BookingEvent,
  by: BookingActor,
  now: Date,
): BookingItem {
  const from = by === 'system' ? booking.state : stateNow(booking, now);
  const next = transition(from, event, by);
  if (!next.ok) {
    throw new ProblemError(next.problem === 'NOT_ALLOWED' ? 'FORBIDDEN' : 'NOT_POSSIBLE_NOW');
  }
  const { expiresAt: _, proposedStart: _start, proposedEnd: _end, ...rest } = booking;
  return { ...rest, ...withStatus('BOOKING', booking.bookingId, next.state) };
}

/** With so much due back to the customer in all. */
export function withRefundDue(
  booking: BookingItem,
  refundDueMinor: number,
  now: Date,
): BookingItem {
  return { ...booking, refundDueMinor, refundDueAt: now.toISOString() };
}

/**
 * The booking a change ended in.
 * @throws ProblemError `CONFLICT` when it was changed meanwhile, `SLOT_TAKEN`, `REGION_NOT_OWNER` or `UNAVAILABLE`.
 */
export function committed(outcome: CommitOutcome): BookingItem {
  switch (outcome.kind) {
    case 'committed':
      return outcome.booking;
    case 'taken':
      throw new ProblemError('SLOT_TAKEN', { members: { seatsLeft: outcome.seatsLeft } });
    case 'stale':
      throw new ProblemError('CONFLICT');
    case 'elsewhere':
      throw new ProblemError('REGION_NOT_OWNER');
    case 'contended':
      throw new ProblemError('UNAVAILABLE');
  }
}
