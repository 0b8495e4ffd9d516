import type {
  BookingLine,
  CallLine,
  EntryLine,
  HistoryLine,
  PaymentLine,
  ServiceLine,
} from '../history/lines';

export const START = '2026-07-01T10:00:00.000Z';
export const HOLD_EXPIRES = '2026-06-01T10:15:00.000Z';
const BEGAN_MS = Date.parse('2026-06-01T10:00:00.000Z');

/** Seconds after the history's beginning, in epoch milliseconds. */
export const second = (seconds: number) => BEGAN_MS + seconds * 1000;

/** An hour for 100.00 with one provider, without buffers. */
export const aService = (changes: Partial<ServiceLine> = {}): ServiceLine => ({
  kind: 'service',
  serviceId: 's1',
  providerId: 'p1',
  stripeAccountId: 'acct_1',
  resourceIds: ['r1'],
  durationMin: 60,
  bufferBefore: 0,
  bufferAfter: 0,
  capacity: 1,
  priceMinor: 10_000,
  currency: 'EUR',
  policy: 'flexible',
  requiresApproval: false,
  ...changes,
});

/** A call between two seconds; a hold of `b-<attempt>` that was acknowledged, unless told otherwise. */
export function aCall(
  attempt: string,
  [from, to]: [number, number],
  changes: Partial<CallLine> = {},
): CallLine {
  const call: CallLine = {
    kind: 'call',
    attempt,
    client: 0,
    action: 'hold',
    serviceId: 's1',
    start: START,
    seats: 1,
    startedMs: second(from),
    endedMs: second(to),
    outcome: 'ok',
    ...changes,
  };
  if (call.action !== 'hold' || call.outcome !== 'ok' || call.answer) return call;
  const bookingId = `b-${attempt}`;
  return { ...call, answer: { bookingId, state: 'held', holdExpiresAt: HOLD_EXPIRES } };
}

/** A refused hold. */
export const aRefusal = (attempt: string, [from, to]: [number, number]): CallLine =>
  aCall(attempt, [from, to], { outcome: 'refused', status: 409, code: 'SLOT_TAKEN' });

/** The booking that an attempt made, expired at the end unless told otherwise. */
export const aBooking = (attempt: string, changes: Partial<BookingLine> = {}): BookingLine => ({
  kind: 'booking',
  bookingId: `b-${attempt}`,
  attempt,
  state: 'expired',
  serviceId: 's1',
  resourceId: 'r1',
  start: START,
  seats: 1,
  baseMinor: 10_000,
  totalMinor: 11_000,
  refundDueMinor: 0,
  refundedMinor: 0,
  createdAt: new Date(BEGAN_MS).toISOString(),
  ...changes,
});

/** A confirmed, paid booking with its claim. */
export function aConfirmedBooking(attempt: string, changes: Partial<BookingLine> = {}) {
  const paidAt = new Date(second(5)).toISOString();
  const booking = aBooking(attempt, { state: 'confirmed', paidAt, ...changes });
  const { resourceId, bookingId, start, seats } = booking;
  const claims = { kind: 'claims' as const, resourceId, date: start.slice(0, 10) };
  return [booking, { ...claims, claims: [{ bookingId, start, seats }] }];
}

export type Moved = Record<string, number>;

/** What a guest's whole charge of 110.00 moves. */
export const CHARGED: Moved = {
  charge: 11_000,
  transfer: 11_000,
  application_fee: 2_000,
  stripe_fee: 179,
};

/** A payment that moved this, and the ledger that says so. */
export function aPayment(attempt: string, moved: Moved): (PaymentLine | EntryLine)[] {
  const bookingId = `b-${attempt}`;
  const movements = Object.entries(moved).map(([type, amountMinor]) => ({ type, amountMinor }));
  return [
    {
      kind: 'payment',
      intentId: `pi-${attempt}`,
      bookingId,
      status: 'succeeded',
      amountMinor: 11_000,
      currency: 'EUR',
      destination: 'acct_1',
      moved: movements,
    },
    ...movements.map(
      (movement): EntryLine => ({ kind: 'entry', bookingId, currency: 'EUR', ...movement }),
    ),
  ];
}

/** A change of `b-<of>`. */
export const aChange = (
  attempt: string,
  of: string,
  action: CallLine['action'],
  [from, to]: [number, number],
  changes: Partial<CallLine> = {},
): CallLine => {
  const { start: _, seats: __, ...call } = aCall(attempt, [from, to], { action });
  return { ...call, bookingId: `b-${of}`, ...changes };
};

/** A guest's booking from hold to payment, with everything in order. */
export const aWholeStory = (): HistoryLine[] => [
  aService(),
  aCall('a1', [1, 2]),
  aRefusal('a2', [3, 4]),
  aChange('a3', 'a1', 'pay', [4, 5]),
  aChange('a4', 'a1', 'read', [6, 7], { answer: { state: 'confirmed', start: START } }),
  ...aConfirmedBooking('a1'),
  ...aPayment('a1', CHARGED),
  { kind: 'balance', account: 'platform', currency: 'EUR', netMinor: 1_821 },
  { kind: 'balance', account: 'acct_1', currency: 'EUR', netMinor: 9_000 },
];
