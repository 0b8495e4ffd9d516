import { halfOf } from '../money';

export const CANCELLATION_POLICIES = ['flexible', 'moderate', 'strict'] as const;

export type CancellationPolicy = (typeof CANCELLATION_POLICIES)[number];

/** How much of the total goes back. */
export type RefundPortion = 'whole' | 'half' | 'none';

interface Terms {
  /** Elapsed hours before the start; the boundary itself still counts. */
  wholeUntilHours: number;
  /** Absent when there is no half refund. */
  halfUntilHours?: number;
}

const HOUR_MS = 3_600_000;

/** When a customer who cancels gets what back. */
export const CANCELLATION_TERMS: Record<CancellationPolicy, Terms> = {
  flexible: { wholeUntilHours: 24 },
  moderate: { wholeUntilHours: 5 * 24, halfUntilHours: 24 },
  strict: { wholeUntilHours: 14 * 24, halfUntilHours: 7 * 24 },
};

export interface CancellationInput {
  /** The terms stored with the booking, not those of the service today. */
  policy: CancellationPolicy;
  start: Date;
  now: Date;
  totalMinor: number;
  currency: string;
  /** The provider's side (operator included) always gives everything back. */
  by: 'customer' | 'provider';
}

export interface CancellationRefund {
  portion: RefundPortion;
  refundMinor: number;
}

/** What goes back to the customer when a paid booking is cancelled now. */
export function cancellationRefund(input: CancellationInput): CancellationRefund {
  const portion = input.by === 'provider' ? 'whole' : refundPortion(input);
  const amounts: Record<RefundPortion, number> = {
    whole: input.totalMinor,
    half: halfOf(input),
    none: 0,
  };
  return { portion, refundMinor: amounts[portion] };
}

/** A customer reschedules only while a cancellation would be refunded whole. */
export function customerMayReschedule(
  input: Pick<CancellationInput, 'policy' | 'start' | 'now'>,
): boolean {
  return refundPortion(input) === 'whole';
}

/** The last instants at which a cancellation is refunded whole and half. */
export function refundDeadlines(
  policy: CancellationPolicy,
  start: Date,
): { wholeUntil: Date; halfUntil?: Date } {
  const { wholeUntilHours, halfUntilHours } = CANCELLATION_TERMS[policy];
  const wholeUntil = hoursBefore(start, wholeUntilHours);
  if (halfUntilHours === undefined) return { wholeUntil };
  return { wholeUntil, halfUntil: hoursBefore(start, halfUntilHours) };
}

function refundPortion({
  policy,
  start,
  now,
}: Pick<CancellationInput, 'policy' | 'start' | 'now'>): RefundPortion {
  const { wholeUntil, halfUntil } = refundDeadlines(policy, start);
  if (now <= wholeUntil) return 'whole';
  return halfUntil && now <= halfUntil ? 'half' : 'none';
}

function hoursBefore(start: Date, hours: number): Date {
  return new Date(start.getTime() - hours * HOUR_MS);
}
