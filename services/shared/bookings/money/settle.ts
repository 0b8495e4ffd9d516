import { ProblemError } from '../../lambda';
import { type BookingItem, written } from '../../table';
import { readBooking } from '../read-booking';
import { carryOut } from './carry-out';
import { endPlan, type MoneyContext, type MoneyPlan, makePlan, type PlanDraft } from './plan';

const ATTEMPTS = 8;

/**
 * Moves a booking's money plan by plan until nothing is left to plan: first whatever somebody began,
 * then what `next` finds due. May be run twice, at once and after any crash.
 * @returns false when Stripe refused what was planned.
 */
export async function settle(
  ctx: MoneyContext,
  bookingId: string,
  next: (booking: BookingItem) => Promise<PlanDraft | undefined>,
): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const booking = await readBooking(ctx.table, bookingId);
    if (!booking?.paymentIntentId) return true;
    if (booking.moneyPlan) {
      const isDone = await carryOutAndEnd(ctx, booking, booking.moneyPlan);
      if (!isDone) return false;
      continue;
    }
    const draft = await next(booking);
    if (!draft) return true;
    await makePlan(ctx, booking, draft);
  }
  throw new ProblemError('UNAVAILABLE', { detail: 'The money is being moved by others' });
}

async function carryOutAndEnd(
  ctx: MoneyContext,
  booking: BookingItem,
  plan: MoneyPlan,
): Promise<boolean> {
  const result = await carryOut(ctx, booking, plan);
  if (result) await endPlan(ctx, booking, plan, result);
  else await dropPlan(ctx, booking, plan);
  return result !== undefined;
}

/** Forgets a plan of which nothing was done. */
async function dropPlan(
  { table }: MoneyContext,
  { bookingId }: BookingItem,
  { name }: MoneyPlan,
): Promise<void> {
  await written(
    table.booking
      .patch({ bookingId })
      .remove(['moneyPlan'])
      .add({ version: 1 })
      .where(({ moneyPlan }, { eq }) => eq(moneyPlan.name, name))
      .go(),
  );
}
