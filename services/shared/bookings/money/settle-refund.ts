import { refundShares } from '../../../domain/money';
import type { RefundStep } from '../../payments';
import { type BookingItem, transact } from '../../table';
import type { BookingsContext } from '../context';
import { readBooking } from '../read-booking';
import { ledgerEntry, type Movement } from './ledger';

/**
 * Gives back what is due on a booking and has not gone back yet: first to the customer, then from
 * provider and platform by their shares. Repeating it does nothing; every step is named after what
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

async function moveBack(
  { payments, now, log }: Pick<BookingsContext, 'payments' | 'now' | 'log'>,
  booking: BookingItem,
  step: RefundStep,
): Promise<Movement[]> {
  const { reversalMinor, feeRefundMinor } = refundShares(
    booking,
    booking.refundedMinor,
    step.amountMinor,
  );
  const at = { currency: booking.currency, at: now };
  const { id: refundId } = await payments.refund(step);
  const refund: Movement = {
    type: 'refund',
    stripeId: refundId,
    amountMinor: step.amountMinor,
    ...at,
  };

  const reversal = await payments.reverseTransfer({ ...step, amountMinor: reversalMinor });
  if (!reversal) {
    log.warn('A provider owes a refund', { bookingId: booking.bookingId });
    const owedMinor = reversalMinor - feeRefundMinor;
    return [refund, { type: 'provider_debt', stripeId: refundId, amountMinor: owedMinor, ...at }];
  }
  const reversed: Movement = {
    type: 'reversal',
    stripeId: reversal.id,
    amountMinor: reversalMinor,
    ...at,
  };
  if (feeRefundMinor === 0) return [refund, reversed];
  const { id: feeRefundId } = await payments.refundApplicationFee({
    ...step,
    amountMinor: feeRefundMinor,
  });
  return [
    refund,
    reversed,
    { type: 'fee_refund', stripeId: feeRefundId, amountMinor: feeRefundMinor, ...at },
  ];
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
