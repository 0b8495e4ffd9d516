import { ProblemError } from '../../lambda';
import type { MoneyStep } from '../../payments';
import { type BookingItem, transact, written } from '../../table';
import type { BookingsContext } from '../context';
import { ledgerEntry, type Movement } from './ledger';

export type MoneyPlan = NonNullable<BookingItem['moneyPlan']>;
export type PlanDraft = Pick<MoneyPlan, 'kind' | 'amountMinor' | 'stripeId'>;
export type MoneyContext = Pick<BookingsContext, 'table' | 'payments' | 'now' | 'log'>;

/** What became of a plan: its movements, and the sums that change with them. */
export interface PlanResult {
  movements: Movement[];
  changes: Partial<
    Pick<BookingItem, 'refundedMinor' | 'disputedMinor' | 'disputeState' | 'disputeRespondBy'>
  >;
  /** What of the sum that is due back is not due any more. */
  noLongerDueMinor?: number;
}

/**
 * Writes down what is going to be moved before it is moved. While a plan stands no other can begin,
 * so every movement knows exactly what went back before it, and whoever comes next after a crash
 * carries out the same plan under the same name.
 * @returns whether it was written; otherwise the booking has changed.
 */
export function makePlan(
  { table, now }: Pick<MoneyContext, 'table' | 'now'>,
  booking: BookingItem,
  { kind, amountMinor, stripeId }: PlanDraft,
): Promise<boolean> {
  const { bookingId, version } = booking;
  const moneyPlan: MoneyPlan = {
    name: `booking:${bookingId}:${kind}:${version}`,
    kind,
    amountMinor,
    stripeId,
    plannedAt: now.toISOString(),
  };
  return written(
    table.booking
      .patch({ bookingId })
      .set({ moneyPlan, updatedAt: now.toISOString() })
      .add({ version: 1 })
      .where(
        (item, { eq, notExists }) =>
          `${eq(item.version, version)} AND ${notExists(item.moneyPlan)}`,
      )
      .go(),
  );
}

/** Ends a plan: its movements enter the ledger and the sums change in one transaction. */
export async function endPlan(
  { table, now }: Pick<MoneyContext, 'table' | 'now'>,
  booking: BookingItem,
  { name }: MoneyPlan,
  { movements, changes, noLongerDueMinor = 0 }: PlanResult,
): Promise<void> {
  const outcome = await transact(() =>
    table.transaction.write((items) => [
      items.booking
        .patch({ bookingId: booking.bookingId })
        .set({ ...changes, updatedAt: now.toISOString() })
        .remove(['moneyPlan'])
        .add({ version: 1, refundDueMinor: -noLongerDueMinor })
        .where(({ moneyPlan }, { eq }) => eq(moneyPlan.name, name))
        .commit(),
      ...movements.map((movement) => items.ledger.put(ledgerEntry(booking, movement)).commit()),
    ]),
  );
  // Where the condition failed, another worker has ended the same plan with the same movements.
  if (!outcome.ok && outcome.reason === 'contention') throw new ProblemError('UNAVAILABLE');
}

/** A plan's step at Stripe. */
export function stepOf(
  { bookingId, paymentIntentId }: BookingItem,
  { name, plannedAt }: MoneyPlan,
  amountMinor: number,
): MoneyStep {
  if (paymentIntentId === undefined) throw new Error(`The booking ${bookingId} was never paid`);
  const step = { bookingId, intentId: paymentIntentId, planName: name };
  return { ...step, amountMinor, plannedAt: new Date(plannedAt) };
}

/** What went back to the customer so far, by refunds and by disputes. */
export function givenBackMinor({ refundedMinor, disputedMinor = 0 }: BookingItem): number {
  return refundedMinor + disputedMinor;
}
