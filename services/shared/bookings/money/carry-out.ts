import { type LedgerEntryType, providerShare, refundShares, standing } from '../../../domain/money';
import type { Movement as Moved, Returned } from '../../payments';
import type { BookingItem } from '../../table';
import { bookingLedger, type Movement } from './ledger';
import { givenBackMinor, type MoneyContext, type MoneyPlan, type PlanResult, stepOf } from './plan';

/** A plan that is carried out for a booking. */
interface Task {
  ctx: MoneyContext;
  booking: BookingItem;
  plan: MoneyPlan;
}

/**
 * Does at Stripe what a plan says, every step named after the plan; repeating it does nothing.
 * @returns undefined when Stripe refuses the refund that was planned.
 */
export function carryOut(
  ctx: MoneyContext,
  booking: BookingItem,
  plan: MoneyPlan,
): Promise<PlanResult | undefined> {
  const task = { ctx, booking, plan };
  switch (plan.kind) {
    case 'refund':
      return refund(task);
    case 'foreign_refund':
      return followRefund(task);
    case 'failed_refund':
      return undoRefund(task);
    case 'dispute':
      return followDispute(task);
    case 'dispute_won':
      return endDispute(task);
  }
}

/** First to the customer, then from platform and provider by their shares. */
async function refund(task: Task): Promise<PlanResult | undefined> {
  const { ctx, booking, plan } = task;
  const moved = await ctx.payments.refund(stepOf(booking, plan, plan.amountMinor));
  if (!moved) return undefined;
  return refunded(task, moved, { feeMinor: 0, reversedMinor: 0 });
}

/** A refund made in Stripe's dashboard: whatever that has not moved of the shares is moved now. */
async function followRefund(task: Task): Promise<PlanResult> {
  const { ctx, booking, plan } = task;
  const returns = await ctx.payments.readReturns(booking.paymentIntentId ?? '');
  const moved = returns.refunds.find(({ id }) => id === plan.stripeId);
  if (!moved) throw new Error(`Stripe has no refund ${plan.stripeId}`);
  const known = new Set((await bookingLedger(ctx, booking)).map(({ stripeId }) => stripeId));
  const isForeign = ({ id, planName }: Returned) => planName === undefined && !known.has(id);
  const fees = returns.feeRefunds.filter(isForeign);
  const reversals = returns.reversals.filter(isForeign);
  const { movements, changes } = await refunded(task, moved, {
    feeMinor: sumOf(fees),
    reversedMinor: sumOf(reversals),
  });
  const entered = [
    ...fees.map((fee) => entry(booking, 'fee_refund', fee)),
    ...reversals.map((reversal) => entry(booking, 'reversal', reversal)),
  ];
  return { movements: [...movements, ...entered], changes };
}

/** The fee goes back before the transfer is reversed: without it the provider would not have the whole. */
async function refunded(
  task: Task,
  moved: Moved,
  done: { feeMinor: number; reversedMinor: number },
): Promise<PlanResult> {
  const { ctx, booking, plan } = task;
  const shares = refundShares(booking, givenBackMinor(booking), plan.amountMinor);
  const movements = [entry(booking, 'refund', moved)];
  const feeWantedMinor = Math.max(0, shares.feeRefundMinor - done.feeMinor);
  const feeMinor = Math.min(feeWantedMinor, (await feeLeftMinor(task)) - done.feeMinor);
  const tooMuchFeeMinor = Math.max(0, done.feeMinor - shares.feeRefundMinor);
  if (feeMinor > 0) {
    const fee = await ctx.payments.refundApplicationFee(stepOf(booking, plan, feeMinor));
    movements.push(entry(booking, 'fee_refund', fee));
  }
  const keptFeeMinor = feeWantedMinor - feeMinor - tooMuchFeeMinor;
  const reversalMinor = shares.reversalMinor - done.reversedMinor - keptFeeMinor;
  movements.push(...(await takeBack(task, reversalMinor, moved)));
  return { movements, changes: { refundedMinor: booking.refundedMinor + plan.amountMinor } };
}

/** What of the fee can still go back: a refund that failed later may have taken it, and then it stays. */
async function feeLeftMinor({ ctx, booking }: Task): Promise<number> {
  const entries = await bookingLedger(ctx, booking);
  return booking.applicationFeeMinor - sumOf(entries.filter(({ type }) => type === 'fee_refund'));
}

/**
 * The bank sent a refund back: nothing of it is refunded or due any more, and the provider gets its
 * share again. How the customer is paid otherwise is for people to decide.
 */
async function undoRefund(task: Task): Promise<PlanResult> {
  const { ctx, booking, plan } = task;
  const { failedRefunds } = await ctx.payments.readReturns(booking.paymentIntentId ?? '');
  const failed = failedRefunds.find(({ refundId }) => refundId === plan.stripeId);
  if (!failed) throw new Error(`The refund ${plan.stripeId} has not failed`);
  const { returned } = failed;
  ctx.log.warn('A bank sent a refund back', { bookingId: booking.bookingId, ...returned });
  const undone = entry(booking, 'refund', { ...returned, amountMinor: -plan.amountMinor });
  return {
    movements: [undone, ...(await giveAgain(task, undone))],
    changes: { refundedMinor: booking.refundedMinor - plan.amountMinor },
    noLongerDueMinor: Math.min(plan.amountMinor, booking.refundDueMinor),
  };
}

/** Gives the provider what is its share once this has come back. */
async function giveAgain({ ctx, booking, plan }: Task, cameBack: Movement): Promise<Movement[]> {
  const entries = [...(await bookingLedger(ctx, booking)), cameBack];
  const { providerDueMinor, providerMinor } = standing(entries);
  const owedMinor = providerDueMinor - providerMinor;
  if (owedMinor <= 0) return [];
  const step = stepOf(booking, plan, owedMinor);
  const { stripeAccountId: destination, currency } = booking;
  const transfer = await ctx.payments.transferAgain({ ...step, destination, currency });
  return [entry(booking, 'transfer', transfer)];
}

/** Takes money back from the provider; what its account has not got is kept as its debt. */
async function takeBack(
  { ctx, booking, plan }: Task,
  amountMinor: number,
  cause: Moved,
): Promise<Movement[]> {
  if (amountMinor <= 0) return [];
  const reversals = await ctx.payments.reverseTransfer(stepOf(booking, plan, amountMinor));
  const owedMinor = amountMinor - sumOf(reversals);
  const entries = reversals.map((reversal) => entry(booking, 'reversal', reversal));
  if (owedMinor === 0) return entries;
  ctx.log.warn('A provider owes what went back', { bookingId: booking.bookingId, owedMinor });
  return [...entries, entry(booking, 'provider_debt', { ...cause, amountMinor: owedMinor })];
}

/**
 * The bank took money from the platform: the provider's share of it is taken back at once, as it is
 * for a refund, since after a pay-out there might be nothing left. Stripe's fee stays with the platform.
 */
async function followDispute(task: Task): Promise<PlanResult> {
  const { ctx, booking, plan } = task;
  const dispute = await ctx.payments.readDispute(plan.stripeId);
  const { withdrawn } = dispute;
  if (!withdrawn) throw new Error(`The dispute ${dispute.id} has taken nothing`);
  const movement = { ...withdrawn, id: dispute.id };
  const { fee } = withdrawn;
  const before = givenBackMinor(booking);
  const countedMinor = Math.min(plan.amountMinor, booking.totalMinor - before);
  const shareMinor = providerShare(booking, before, countedMinor);
  return {
    movements: [
      entry(booking, 'dispute', movement),
      ...(fee.amountMinor > 0
        ? [{ ...entry(booking, 'dispute_fee', { ...movement, ...fee }), currency: fee.currency }]
        : []),
      ...(await takeBack(task, shareMinor, movement)),
    ],
    changes: {
      disputedMinor: (booking.disputedMinor ?? 0) + countedMinor,
      disputeState: 'open',
      ...(dispute.respondBy && { disputeRespondBy: dispute.respondBy.toISOString() }),
    },
  };
}

/** The bank gave the money back: the provider gets again what was taken for it. */
async function endDispute(task: Task): Promise<PlanResult> {
  const { ctx, booking, plan } = task;
  const dispute = await ctx.payments.readDispute(plan.stripeId);
  if (!dispute.reinstated) throw new Error(`The dispute ${dispute.id} has given nothing back`);
  const disputedMinor = Math.max(0, (booking.disputedMinor ?? 0) - plan.amountMinor);
  const returned = entry(booking, 'dispute_reversal', { ...dispute.reinstated, id: dispute.id });
  const movements = [returned, ...(await giveAgain(task, returned))];
  return { movements, changes: { disputedMinor, disputeState: 'won' } };
}

function entry({ currency }: BookingItem, type: LedgerEntryType, moved: Moved): Movement {
  return { type, currency, stripeId: moved.id, amountMinor: moved.amountMinor, at: moved.at };
}

function sumOf(movements: readonly Pick<Moved, 'amountMinor'>[]): number {
  return movements.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
