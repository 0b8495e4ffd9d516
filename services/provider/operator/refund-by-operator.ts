import { refundBooking, requireBooking } from '../../shared/bookings';
import type { ProviderContext } from '../context';
import type { OperatorBookingDetail } from '../contract';
import { operatorBookingDetail } from './operator-booking';
import { requireOperator } from './require-operator';

/**
 * Gives any part of a payment back.
 * @throws ProblemError `NOT_FOUND`, `INVALID_INPUT`, `NOT_POSSIBLE_NOW`, `CONFLICT`
 */
export async function refundByOperator(
  context: ProviderContext,
  { bookingId, amountMinor }: { bookingId: string; amountMinor: number },
): Promise<OperatorBookingDetail> {
  requireOperator(context);
  const booking = await requireBooking(context.table, bookingId);
  const refunded = await refundBooking(context, { booking, amountMinor });
  context.metrics.count('RefundByOperator');
  return operatorBookingDetail(context, refunded);
}
