import { approvalDeadline, stateNow, transition } from '../../../domain/process';
import { ProblemError } from '../../lambda';
import type { Intent } from '../../payments';
import type { BookingItem } from '../../table';
import { type CommitOutcome, commitBooking } from '../commit/commit-booking';
import { commitOnFirstFree, ownResourceFirst } from '../commit/commit-on-first-free';
import type { BookingsContext } from '../context';
import { moved, withRefundDue } from '../moved';
import { readBooking } from '../read-booking';
import { appendMovements, chargeMovements } from './ledger';
import { settleRefund } from './settle-refund';

const ATTEMPTS = 5;

type Step = 'done' | 'again' | 'refund' | 'release';

/**
 * Brings a booking in line with its payment as Stripe tells it now. What arrived and when does not
 * matter, only the state of both; so it may run twice, late and in any order.
 */
export async function settlePayment(ctx: BookingsContext, intent: Intent): Promise<void> {
  const { bookingId } = intent;
  if (bookingId === undefined) return;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const booking = await readBooking(ctx.table, bookingId);
    if (!booking) return ctx.log.warn('A payment names a booking that is not there', { bookingId });
    const step = await settleOnce(ctx, booking, intent);
    if (step === 'refund') return settleRefund(ctx, bookingId);
    if (step === 'release') return void (await ctx.payments.cancelIntent(intent.id));
    if (step === 'done') return;
  }
  throw new ProblemError('CONFLICT');
}

async function settleOnce(
  ctx: BookingsContext,
  booking: BookingItem,
  intent: Intent,
): Promise<Step> {
  if (intent.status === 'requires_capture') return keepAuthorisation(ctx, booking, intent);
  if (intent.status !== 'succeeded') return 'done';
  if (intent.charge) {
    await appendMovements(ctx, booking, chargeMovements(intent.charge, intent.currency));
  }
  return keepPayment(ctx, booking, intent);
}

/** Authorised: the provider is asked, unless the slot is gone; then the card is let go. */
async function keepAuthorisation(
  ctx: BookingsContext,
  before: BookingItem,
  intent: Intent,
): Promise<Step> {
  if (before.state === 'requested' || before.state === 'confirmed') return 'done';
  if (!transition(before.state, 'authorise', 'system').ok) return 'release';
  const deadline = approvalDeadline(ctx.now, new Date(before.startsAt));
  const after = {
    ...moved(before, 'authorise', 'system', ctx.now),
    ...charged(before, intent),
    expiresAt: deadline.toISOString(),
  };
  const outcome = await commitBooking(ctx, { before, after, topic: 'booking.requested' });
  if (outcome.kind === 'committed') ctx.metrics.count('BookingRequested');
  return outcome.kind === 'taken' ? expire(ctx, before) : stepAfter(outcome, 'done');
}

async function expire(ctx: BookingsContext, before: BookingItem): Promise<Step> {
  const after = moved(before, 'expire', 'system', ctx.now);
  return stepAfter(await commitBooking(ctx, { before, after }), 'release');
}

/** Paid: the slot is the customer's if it is theirs still or free again, else the money goes back. */
async function keepPayment(
  ctx: BookingsContext,
  before: BookingItem,
  intent: Intent,
): Promise<Step> {
  if (before.paidAt !== undefined)
    return before.refundDueMinor > before.refundedMinor ? 'refund' : 'done';
  const paid = { ...charged(before, intent), paidAt: ctx.now.toISOString() };
  if (transition(before.state, 'pay', 'system').ok) {
    const after = { ...moved(before, 'pay', 'system', ctx.now), ...paid };
    const change = { before, after, topic: 'booking.confirmed' } as const;
    const outcome = await commitOnFirstFree(ctx, change, await resourcesOf(ctx, before));
    if (outcome.kind === 'committed') ctx.metrics.count('BookingConfirmed');
    if (outcome.kind !== 'taken') return stepAfter(outcome, 'done');
  }
  return giveBack(ctx, before, paid);
}

/** A slot that was given away may still be free on another resource of the service. */
async function resourcesOf(
  { table, now }: BookingsContext,
  booking: BookingItem,
): Promise<string[]> {
  const { providerId, serviceId, resourceId } = booking;
  if (stateNow(booking, now) !== 'expired') return [resourceId];
  const { data: service } = await table.service.get({ providerId, serviceId }).go();
  return ownResourceFirst(resourceId, service?.resourceIds ?? []);
}

async function giveBack(
  ctx: BookingsContext,
  before: BookingItem,
  paid: Pick<BookingItem, 'totalMinor' | 'paidAt'>,
): Promise<Step> {
  const canExpire = transition(before.state, 'expire', 'system').ok;
  const released = canExpire ? moved(before, 'expire', 'system', ctx.now) : before;
  const after = withRefundDue({ ...released, ...paid }, paid.totalMinor, ctx.now);
  const outcome = await commitBooking(ctx, { before, after, topic: 'booking.released' });
  if (outcome.kind === 'committed') ctx.metrics.count('PaymentGivenBack');
  return stepAfter(outcome, 'refund');
}

/** By which payment, and how much: what was charged stands, even if the price was lowered at the last moment. */
function charged(booking: BookingItem, { id, amountMinor, applicationFeeMinor }: Intent) {
  return {
    paymentIntentId: id,
    totalMinor: amountMinor,
    surchargeMinor: amountMinor - booking.baseMinor,
    applicationFeeMinor,
    providerNetMinor: amountMinor - applicationFeeMinor,
  };
}

function stepAfter(outcome: CommitOutcome, step: Step): Step {
  switch (outcome.kind) {
    case 'committed':
      return step;
    case 'elsewhere':
      throw new ProblemError('REGION_NOT_OWNER');
    case 'contended':
      throw new ProblemError('UNAVAILABLE');
    case 'stale':
    case 'taken':
      return 'again';
  }
}
