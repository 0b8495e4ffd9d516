import { stateNow } from '../../../domain/process';
import { commitBooking, committed, intentIdOf } from '../../../shared/bookings';
import { ProblemError } from '../../../shared/lambda';
import type { BookingItem } from '../../../shared/table';
import { bookingView } from '../../booking-view';
import type { BookingContext } from '../../context';
import type { Booking } from '../../contract';
import { requireUser } from '../../require-access';
import { requireClaimable } from './claim';

/**
 * Drops the surcharge of a held booking whose customer has signed in; the slot stays held.
 * @throws ProblemError `HOLD_EXPIRED`, `NOT_POSSIBLE_NOW` once it is being paid
 */
export async function reprice(
  ctx: BookingContext,
  input: { bookingId: string; accessToken: string },
): Promise<Booking> {
  const { userId: customerId } = requireUser(ctx.actor);
  const booking = await requireClaimable(ctx, input, customerId);
  const state = stateNow(booking, ctx.now);
  if (state === 'expired') throw new ProblemError('HOLD_EXPIRED');
  if (state !== 'held') throw new ProblemError('NOT_POSSIBLE_NOW');
  const after = { ...withoutSurcharge(booking), customerId, isGuest: false };
  await repriceIntent(ctx, after);
  return bookingView(committed(await commitBooking(ctx, { before: booking, after })), ctx.now);
}

function withoutSurcharge(booking: BookingItem): BookingItem {
  const totalMinor = booking.baseMinor;
  return {
    ...booking,
    surchargeMinor: 0,
    totalMinor,
    applicationFeeMinor: totalMinor - booking.providerNetMinor,
  };
}

async function repriceIntent(
  { table, payments }: BookingContext,
  after: BookingItem,
): Promise<void> {
  const { totalMinor, applicationFeeMinor } = after;
  const intentId = await intentIdOf(table, after);
  if (intentId === undefined) return;
  const repriced = await payments.repriceIntent(intentId, {
    amountMinor: totalMinor,
    applicationFeeMinor,
  });
  if (!repriced) throw new ProblemError('NOT_POSSIBLE_NOW');
}
