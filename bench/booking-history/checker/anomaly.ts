/** What can be wrong with a history. */
export type AnomalyKind =
  /** Two live bookings whose buffered times overlap on one resource. */
  | 'double-booking'
  /** More seats of one session than there are. */
  | 'oversold'
  /** A time refused as taken that nothing could have taken. */
  | 'refused-though-free'
  /** What a definite answer said was done is not there. */
  | 'lost-write'
  /** What a definite answer refused is there. */
  | 'refused-write-left-something'
  /** One write, several effects or several answers. */
  | 'write-done-twice'
  /** A state that led to where the booking was seen before. */
  | 'went-back'
  /** Claims and live bookings do not mirror each other. */
  | 'claims-differ'
  /** A hold, payment or refund that nobody finished. */
  | 'unfinished'
  | 'charged-twice'
  /** Money kept for a booking that is not the customer's. */
  | 'charged-without-booking'
  /** Another amount went back than the terms say. */
  | 'refund-wrong'
  /** What provider and platform hold is not their share. */
  | 'split-wrong'
  /** The ledger of a booking does not say what moved. */
  | 'ledger-differs'
  /** The ledger of all bookings does not add up to Stripe's balances. */
  | 'balance-differs';

export interface Anomaly {
  kind: AnomalyKind;
  /** One sentence with the ids to look for in the history. */
  message: string;
}
