import {
  acceptBooking,
  cancelBooking,
  declineBooking,
  dropMove,
  finishBooking,
  proposeMove,
} from '../../shared/bookings';
import type { BookingItem } from '../../shared/table';
import type { ProviderContext } from '../context';
import type { ProviderBooking } from '../contract';
import { isDoneAlready, requireOwnBooking } from './own-booking';
import { type BookingAction, providerBooking } from './provider-booking';

/** A decision; a proposal names the time it proposes. */
type Decision =
  | { action: Exclude<BookingAction, 'propose-move'> }
  | { action: 'propose-move'; start: string };

/**
 * What the provider decides about one of its bookings.
 * @throws ProblemError `NOT_FOUND` for another provider's, `NOT_POSSIBLE_NOW`, `CONFLICT`
 */
export async function actOnBooking(
  context: ProviderContext,
  { bookingId, ...decision }: Decision & { bookingId: string },
): Promise<ProviderBooking> {
  const booking = await requireOwnBooking(context, bookingId);
  const acted = isDoneAlready(context, booking) ? booking : await act(context, booking, decision);
  return providerBooking(context.table, acted, context.now);
}

function act(
  context: ProviderContext,
  booking: BookingItem,
  decision: Decision,
): Promise<BookingItem> {
  switch (decision.action) {
    case 'accept':
      return acceptBooking(context, booking, 'provider');
    case 'decline':
      return declineBooking(context, booking, 'provider');
    case 'propose-move':
      return proposeMove(context, booking, decision.start, 'provider');
    case 'withdraw-move':
      return dropMove(context, booking, 'provider');
    case 'complete':
      return finishBooking(context, booking, 'complete', 'provider');
    case 'no-show':
      return finishBooking(context, booking, 'mark_no_show', 'provider');
    case 'cancel':
      return cancelBooking(context, { booking, by: 'provider' });
  }
}
