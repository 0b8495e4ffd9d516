import {
  acceptBooking,
  cancelBooking,
  declineBooking,
  finishBooking,
  requireBooking,
} from '../../shared/bookings';
import { ProblemError } from '../../shared/lambda';
import type { BookingItem } from '../../shared/table';
import type { ProviderContext } from '../context';
import type { ProviderBooking } from '../contract';
import { requireProvider } from '../require-provider';
import { type BookingAction, providerBookings } from './provider-booking';

/**
 * What the provider decides about one of its bookings.
 * @throws ProblemError `NOT_FOUND` for another provider's, `NOT_POSSIBLE_NOW`, `CONFLICT`
 */
export async function actOnBooking(
  context: ProviderContext,
  { bookingId, action }: { bookingId: string; action: BookingAction },
): Promise<ProviderBooking> {
  const { providerId } = await requireProvider(context);
  const booking = await requireBooking(context.table, bookingId);
  if (booking.providerId !== providerId) throw new ProblemError('NOT_FOUND');
  const acted = await act(context, booking, action);
  const [shown] = await providerBookings(context.table, [acted], context.now);
  if (!shown) throw new ProblemError('NOT_FOUND');
  return shown;
}

function act(
  context: ProviderContext,
  booking: BookingItem,
  action: BookingAction,
): Promise<BookingItem> {
  switch (action) {
    case 'accept':
      return acceptBooking(context, booking, 'provider');
    case 'decline':
      return declineBooking(context, booking, 'provider');
    case 'complete':
      return finishBooking(context, booking, 'complete', 'provider');
    case 'no-show':
      return finishBooking(context, booking, 'mark_no_show', 'provider');
    case 'cancel':
      return cancelBooking(context, { booking, by: 'provider' });
  }
}
