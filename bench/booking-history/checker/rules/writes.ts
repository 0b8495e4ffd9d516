import type { BookingLine } from '../../history/lines';
import type { Anomaly } from '../anomaly';
import { type Attempt, grouped, type Model } from '../model';

/** What was acknowledged is there, what was refused is not, and nothing is there twice. */
export function checkWrites(model: Model): Anomaly[] {
  return [
    ...model.attempts.flatMap((attempt) => [
      ...lostWrites(model, attempt),
      ...differentAnswers(attempt),
    ]),
    ...model.bookings.flatMap((booking) => unexplained(model, booking)),
    ...bookingsOfOneAttempt(model),
  ];
}

const CANCELS = ['cancel', 'provider-cancel'];

function lostWrites(model: Model, { id, first, acknowledged }: Attempt): Anomaly[] {
  if (!acknowledged) return [];
  const bookingId = first.bookingId ?? acknowledged.answer?.bookingId ?? '';
  const booking = model.booking.get(bookingId);
  const lost = (what: string): Anomaly[] => [
    { kind: 'lost-write', message: `Attempt ${id} on ${bookingId} was acknowledged: ${what}` },
  ];
  if (!booking) return lost('the booking is not there');
  const { state } = booking;
  switch (first.action) {
    case 'hold':
      return booking.attempt === id ? [] : lost('the booking is of another attempt');
    case 'cancel':
    case 'provider-cancel':
      return state === 'cancelled' ? [] : lost(`a cancelled booking is ${state}`);
    case 'decline':
      return state === 'declined' ? [] : lost(`a declined booking is ${state}`);
    case 'accept':
      return ['confirmed', 'cancelled', 'completed'].includes(state)
        ? []
        : lost(`an accepted booking is ${state}`);
    case 'reschedule':
      return isWhereItWasMoved(model, booking, acknowledged) ? [] : lost('it was not moved');
    default:
      return [];
  }
}

/** At its new time, or where a later move may have taken it. */
function isWhereItWasMoved(model: Model, booking: BookingLine, move: Attempt['first']): boolean {
  const later = moves(model, booking.bookingId).filter(({ endedMs }) => endedMs >= move.startedMs);
  return later.some(({ first }) => first.start === booking.start);
}

function moves(model: Model, bookingId: string): Attempt[] {
  return model
    .attemptsOn(bookingId)
    .filter(({ first, outcome }) => first.action === 'reschedule' && outcome !== 'refused');
}

/** State and place of a booking must come from attempts that were not refused. */
function unexplained(model: Model, booking: BookingLine): Anomaly[] {
  const { bookingId, state, start } = booking;
  const attempts = model.attemptsOn(bookingId);
  const may = (...actions: string[]) =>
    attempts.some(({ first, outcome }) => actions.includes(first.action) && outcome !== 'refused');
  const left = (what: string): Anomaly => ({
    kind: 'refused-write-left-something',
    message: `${bookingId} (attempt ${booking.attempt}) ${what}`,
  });
  const hold = attempts.find(({ first }) => first.action === 'hold');
  const isCleared = state === 'expired' && booking.paidAt === undefined;
  const starts = [hold?.first.start, ...moves(model, bookingId).map(({ first }) => first.start)];
  return [
    ...(may('hold') || isCleared ? [] : [left('is there although its hold was refused')]),
    ...(state === 'cancelled' && !may(...CANCELS) ? [left('is cancelled by nobody')] : []),
    ...(state === 'declined' && !may('decline') ? [left('is declined by nobody')] : []),
    ...(hold && !starts.includes(start) ? [left(`is at ${start}, where nobody put it`)] : []),
  ];
}

function bookingsOfOneAttempt({ bookings }: Model): Anomaly[] {
  return [...grouped(bookings, ({ attempt }) => attempt)].flatMap(([attempt, made]) =>
    made.length === 1
      ? []
      : [
          {
            kind: 'write-done-twice' as const,
            message: `Attempt ${attempt} made ${made.map(({ bookingId }) => bookingId).join(', ')}`,
          },
        ],
  );
}

/** Every acknowledgement of one attempt says the same. */
function differentAnswers({ id, calls }: Attempt): Anomaly[] {
  const answers = new Set(
    calls.flatMap(({ outcome, answer }) => (outcome === 'ok' ? [JSON.stringify(answer)] : [])),
  );
  if (answers.size <= 1) return [];
  return [{ kind: 'write-done-twice', message: `Attempt ${id} was answered ${[...answers]}` }];
}
