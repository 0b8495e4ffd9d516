import { BOOKING_PROCESS, type BookingState } from '@marketplace/services/domain/process';
import type { CallLine } from '../../history/lines';
import type { Anomaly } from '../anomaly';
import { grouped, type Model } from '../model';

/** Reads are strongly consistent: none shows a state that could not come after one seen before. */
export function checkReads(model: Model): Anomaly[] {
  const seen = model.attempts.flatMap(({ acknowledged }) =>
    acknowledged?.answer?.state !== undefined ? [acknowledged] : [],
  );
  const byBooking = grouped([...seen, ...model.reads], bookingOf);
  return [...byBooking].flatMap(([bookingId, calls]) => backwards(bookingId, calls));
}

function backwards(bookingId: string, calls: readonly CallLine[]): Anomaly[] {
  return calls.flatMap((later) => {
    if (later.action !== 'read') return [];
    const earlier = calls.find(
      (call) => call.endedMs < later.startedMs && !mayFollow(stateOf(call), stateOf(later)),
    );
    if (!earlier) return [];
    const message = `${bookingId} was ${stateOf(later)} after it had been ${stateOf(earlier)}`;
    return [{ kind: 'went-back' as const, message }];
  });
}

/** Whether the process leads from one state to the other, in any number of steps. */
function mayFollow(from: BookingState, to: BookingState): boolean {
  const reached = new Set([from]);
  for (const state of reached) {
    for (const next of Object.values(BOOKING_PROCESS[state])) reached.add(next);
  }
  return reached.has(to);
}

const stateOf = ({ answer }: CallLine) => answer?.state as BookingState;

function bookingOf({ bookingId, answer }: CallLine): string {
  return bookingId ?? answer?.bookingId ?? '';
}
