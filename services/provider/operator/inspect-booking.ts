import { requireBooking } from '../../shared/bookings';
import type { ProviderContext } from '../context';
import type { OperatorBookingDetail } from '../contract';
import { operatorBookingDetail } from './operator-booking';
import { requireOperator } from './require-operator';

/** @throws ProblemError `NOT_FOUND` */
export async function inspectBooking(
  context: ProviderContext,
  { bookingId }: { bookingId: string },
): Promise<OperatorBookingDetail> {
  requireOperator(context);
  return operatorBookingDetail(context, await requireBooking(context.table, bookingId));
}
