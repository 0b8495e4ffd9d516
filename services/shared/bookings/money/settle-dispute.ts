import { ProblemError } from '../../lambda';
import type { Dispute } from '../../payments';
import { type BookingItem, transact } from '../../table';
import { readBooking } from '../read-booking';
import { bookingLedger, ledgerEntry, type Movement } from './ledger';
import type { MoneyContext, PlanDraft } from './plan';
import { settle } from './settle';
import { settleRefund } from './settle-refund';

/**
 * Brings a booking in line with a dispute as Stripe tells it now, whichever of its events arrived and
 * when: what the bank took and gave back is entered, and the provider's share follows it.
 */
export async function settleDispute(
  ctx: MoneyContext,
  bookingId: string,
  dispute: Dispute,
): Promise<void> {
  await settle(ctx, bookingId, (booking) => nextStep(ctx, booking, dispute));
  await keepState(ctx, bookingId, dispute);
  if (dispute.state === 'won') await settleRefund(ctx, bookingId);
}

async function nextStep(
  ctx: MoneyContext,
  booking: BookingItem,
  { id, state, amountMinor, withdrawn, reinstated }: Dispute,
): Promise<PlanDraft | undefined> {
  if (!withdrawn) return undefined;
  const entries = await bookingLedger(ctx, booking);
  const has = (type: Movement['type']) =>
    entries.some((entry) => entry.type === type && entry.stripeId === id);
  if (!has('dispute')) {
    const isOver = state === 'won' && reinstated !== undefined;
    return isOver ? undefined : { kind: 'dispute', amountMinor, stripeId: id };
  }
  const isToReturn = state === 'won' && reinstated && !has('dispute_reversal');
  return isToReturn ? { kind: 'dispute_won', amountMinor, stripeId: id } : undefined;
}

/**
 * What the booking shows of the dispute; one that was won before it was heard of is entered whole.
 * @throws ProblemError `UNAVAILABLE` when others were writing: the event is worked on again.
 */
async function keepState(
  { table, now }: MoneyContext,
  bookingId: string,
  dispute: Dispute,
): Promise<void> {
  const booking = await readBooking(table, bookingId);
  if (!booking || booking.disputeState === dispute.state) return;
  const { state: disputeState, respondBy } = dispute;
  const outcome = await transact(() =>
    table.transaction.write((items) => [
      items.booking
        .patch({ bookingId })
        .set({
          disputeState,
          ...(respondBy && { disputeRespondBy: respondBy.toISOString() }),
          updatedAt: now.toISOString(),
        })
        .add({ version: 1 })
        .where(({ version }, { eq }) => eq(version, booking.version))
        .commit(),
      ...(disputeState === 'won' ? wholeDispute(booking, dispute) : []).map((movement) =>
        items.ledger.put(ledgerEntry(booking, movement)).commit(),
      ),
    ]),
  );
  if (!outcome.ok)
    throw new ProblemError('UNAVAILABLE', { detail: 'The booking is being changed' });
}

function wholeDispute(
  { currency }: BookingItem,
  { id, withdrawn, reinstated }: Dispute,
): Movement[] {
  if (!withdrawn || !reinstated) return [];
  const { fee, amountMinor, at } = withdrawn;
  const taken = { stripeId: id, amountMinor, at, currency };
  return [
    { ...taken, type: 'dispute' },
    ...(fee.amountMinor > 0 ? [{ ...taken, ...fee, type: 'dispute_fee' as const }] : []),
    { ...taken, type: 'dispute_reversal', at: reinstated.at },
  ];
}
