import type {
  BalanceLine,
  BookingLine,
  CallLine,
  ClaimsLine,
  EntryLine,
  HistoryLine,
  PaymentLine,
  ServiceLine,
} from '../history/lines';

/** All requests of one write, under one `Idempotency-Key`. */
export interface Attempt {
  id: string;
  calls: CallLine[];
  /** `ok` when one call was answered so, `refused` when all were, else `unknown`. */
  outcome: CallLine['outcome'];
  first: CallLine;
  /** The call that was answered `ok`. */
  acknowledged?: CallLine;
  startedMs: number;
  /** When it was over for sure: never, while it may still be carried out. */
  endedMs: number;
}

/** A history, ordered for questions. */
export interface Model {
  services: ReadonlyMap<string, ServiceLine>;
  attempts: readonly Attempt[];
  bookings: readonly BookingLine[];
  booking: ReadonlyMap<string, BookingLine>;
  /** Attempts that act on a booking, its hold first. */
  attemptsOn(bookingId: string): readonly Attempt[];
  reads: readonly CallLine[];
  claims: readonly ClaimsLine[];
  entries: readonly EntryLine[];
  payments: readonly PaymentLine[];
  balances: readonly BalanceLine[];
  endedMs: number;
}

/** Orders a history's lines. */
export function readModel(lines: readonly HistoryLine[]): Model {
  const of = <K extends HistoryLine['kind']>(kind: K) =>
    lines.filter((line): line is Extract<HistoryLine, { kind: K }> => line.kind === kind);
  const calls = of('call');
  const bookings = of('booking');
  const attempts = attemptsOf(calls.filter(({ action }) => action !== 'read'));
  const bookingOfAttempt = new Map(bookings.map(({ attempt, bookingId }) => [attempt, bookingId]));
  const byBooking = grouped(
    attempts,
    ({ id, first, acknowledged }) =>
      first.bookingId ?? acknowledged?.answer?.bookingId ?? bookingOfAttempt.get(id) ?? '',
  );
  return {
    services: new Map(of('service').map((service) => [service.serviceId, service])),
    attempts,
    bookings,
    booking: new Map(bookings.map((booking) => [booking.bookingId, booking])),
    attemptsOn: (bookingId) => byBooking.get(bookingId) ?? [],
    reads: calls.filter(({ action, outcome }) => action === 'read' && outcome === 'ok'),
    claims: of('claims'),
    entries: of('entry'),
    payments: of('payment'),
    balances: of('balance'),
    endedMs: Math.max(0, ...calls.map(({ endedMs }) => endedMs)),
  };
}

export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function attemptsOf(calls: readonly CallLine[]): Attempt[] {
  return [...grouped(calls, ({ attempt }) => attempt)].map(([id, group]) => {
    const sorted = group.sort((a, b) => a.startedMs - b.startedMs);
    const acknowledged = sorted.find(({ outcome }) => outcome === 'ok');
    const isRefused = sorted.every(({ outcome }) => outcome === 'refused');
    const [first] = sorted as [CallLine];
    return {
      id,
      calls: sorted,
      first,
      ...(acknowledged && { acknowledged }),
      outcome: acknowledged ? 'ok' : isRefused ? 'refused' : 'unknown',
      startedMs: first.startedMs,
      endedMs:
        acknowledged || isRefused
          ? Math.max(...sorted.map(({ endedMs }) => endedMs))
          : Number.POSITIVE_INFINITY,
    };
  });
}
