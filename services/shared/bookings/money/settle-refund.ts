import { type LedgerEntryType, refundShares } from '../../../domain/money';
import type { RefundStep } from '../../payments';
import { type BookingItem, transact } from '../../table';
import type { BookingsContext } from '../context';
import { readBooking } from '../read-booking';
import { ledgerEntry, type Movement } from './ledger';

/**
 * Gives back what is due on a booking and has not gone back yet: first to the customer, then from
 * platform and provider by their shares. A provider without the money delays nobody: the platform
 * pays, and the debt is in the ledger. Repeating it does nothing; every step is named after what
 * had been refunded before.
 */
export async function settleRefund(
  ctx: Pick<BookingsContext, 'table' | 'payments' | 'now' | 'log'>,
  bookingId: string,
): Promise<void> {
  const booking = await readBooking(ctx.table, bookingId);
  if (!booking?.paymentIntentId) return;
  const amountMinor = booking.refundDueMinor - booking.refundedMinor;
  if (amountMinor <= 0) return;
  const movements = await moveBack(ctx, booking, {
    bookingId,
    intentId: booking.paymentIntentId,
    refundedBeforeMinor: booking.refundedMinor,
    amountMinor,
    dueSince: new Date(booking.refundDueAt ?? booking.updatedAt),
  });
  await keepRefund(ctx, booking, amountMinor, movements);
}

/** The fee goes back before the transfer is reversed: without it the provider would not have the whole. */
async function moveBack(
  { payments, now, log }: Pick<BookingsContext, 'payments' | 'now' | 'log'>,
  booking: BookingItem,
  step: RefundStep,
): Promise<Movement[]> {
  const shares = refundShares(booking, booking.refundedMinor, step.amountMinor);
  const { refundMinor, reversalMinor, feeRefundMinor } = shares;
  const movement = (type: LedgerEntryType, stripeId: string, amountMinor: number): Movement => ({
    type,
    stripeId,
    amountMinor,
    currency: booking.currency,
    at: now,
  });
  const refund = await payments.refund(step);
  const movements = [movement('refund', refund.id, refundMinor)];
  if (feeRefundMinor > 0) {
    const fee = await payments.refundApplicationFee({ ...step, amountMinor: feeRefundMinor });
    movements.push(movement('fee_refund', fee.id, feeRefundMinor));
  }
  const reversal = await payments.reverseTransfer({ ...step, amountMinor: reversalMinor });
  if (reversal) return [...movements, movement('reversal', reversal.id, reversalMinor)];
  log.warn('A provider owes a refund', { bookingId: booking.bookingId });
  return [...movements, movement('provider_debt', refund.id, reversalMinor)];
}

/** Another worker may have kept the very same movements; then there is nothing left to write. */
async function keepRefund(
  { table, now }: Pick<BookingsContext, 'table' | 'now'>,
  booking: BookingItem,
  amountMinor: number,
  movements: readonly Movement[],
): Promise<void> {
  const refundedMinor = booking.refundedMinor + amountMinor;
  await transact(() =>
    table.transaction.write((items) => [
      items.booking
        .patch({ bookingId: booking.bookingId })
        .set({ refundedMinor, updatedAt: now.toISOString() })
        .add({ version: 1 })
        .where((item, { eq }) => eq(item.refundedMinor, booking.refundedMinor))
        .commit(),
      ...movements.map((movement) => items.ledger.put(ledgerEntry(booking, movement)).commit()),
    ]),
  );
}
