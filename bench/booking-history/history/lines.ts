/** One line of a history: what was there, what was asked and answered, what went wrong, what was left. */
export type HistoryLine =
  | RunLine
  | ServiceLine
  | CallLine
  | FaultLine
  | BookingLine
  | ClaimsLine
  | EntryLine
  | PaymentLine
  | BalanceLine;

export interface RunLine {
  kind: 'run';
  seed: number;
  rounds: number;
  attempts: number;
  clients: number;
  isFaulty: boolean;
  holdSeconds: number;
}

/** A service that is sold; all services of a provider share its resources. */
export interface ServiceLine {
  kind: 'service';
  serviceId: string;
  providerId: string;
  stripeAccountId: string;
  resourceIds: string[];
  durationMin: number;
  bufferBefore: number;
  bufferAfter: number;
  capacity: number;
  priceMinor: number;
  currency: string;
  policy: 'flexible' | 'moderate' | 'strict';
  requiresApproval: boolean;
}

export type Action =
  | 'hold'
  | 'read'
  | 'cancel'
  | 'reschedule'
  | 'pay'
  | 'accept'
  | 'decline'
  | 'provider-cancel';

/**
 * `ok` and `refused` are definite. `unknown` is anything that may or may not have happened: no answer
 * in time, a broken connection, a 5xx.
 */
export type Outcome = 'ok' | 'refused' | 'unknown';

/** One request and what came back. Requests of one attempt carry the same `Idempotency-Key`. */
export interface CallLine {
  kind: 'call';
  attempt: string;
  client: number;
  action: Action;
  /** Of the booking acted on; a hold learns it from its answer. */
  bookingId?: string;
  serviceId: string;
  /** Start that is wanted: of the hold, or to move to. */
  start?: string;
  seats?: number;
  isGuest?: boolean;
  startedMs: number;
  endedMs: number;
  outcome: Outcome;
  status?: number;
  code?: string;
  answer?: Answer;
}

/** What a successful answer said. */
export interface Answer {
  bookingId?: string;
  state?: string;
  start?: string;
  totalMinor?: number;
  holdExpiresAt?: string;
}

export interface FaultLine {
  kind: 'fault';
  atMs: number;
  fault: string;
}

/** A booking as it stood in the table at the end. */
export interface BookingLine {
  kind: 'booking';
  bookingId: string;
  /** The attempt that made it, from the address it was made for. */
  attempt: string;
  state: string;
  serviceId: string;
  resourceId: string;
  start: string;
  seats: number;
  baseMinor: number;
  totalMinor: number;
  refundDueMinor: number;
  refundedMinor: number;
  paidAt?: string;
  createdAt: string;
  expiresAt?: string;
}

/** What was claimed of a resource on one date at the end. */
export interface ClaimsLine {
  kind: 'claims';
  resourceId: string;
  date: string;
  claims: { bookingId: string; start: string; seats: number; expiresAt?: string }[];
}

/** A movement in the ledger. */
export interface EntryLine {
  kind: 'entry';
  bookingId: string;
  type: string;
  amountMinor: number;
  currency: string;
}

/** A PaymentIntent and everything that moved because of it, as Stripe tells it. */
export interface PaymentLine {
  kind: 'payment';
  intentId: string;
  bookingId: string;
  status: string;
  amountMinor: number;
  currency: string;
  destination: string;
  /** Movements in the ledger's words. */
  moved: { type: string; amountMinor: number }[];
}

/** What is on a Stripe account: `platform`, or a connected account's id. */
export interface BalanceLine {
  kind: 'balance';
  account: string;
  currency: string;
  netMinor: number;
}
