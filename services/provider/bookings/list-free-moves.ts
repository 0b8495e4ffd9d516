import type { SlotList } from '../../booking/contract';
import { bookableUntil, freeMoves, readOffer } from '../../shared/bookings';
import { invalidInput, ProblemError } from '../../shared/lambda';
import type { ProviderContext } from '../context';
import { requireOwnBooking } from './own-booking';

const MAX_RANGE_DAYS = 62;
const DAY_MS = 86_400_000;

/**
 * The times that one of the provider's bookings could move to.
 * @throws ProblemError `NOT_FOUND`, also when its service is not on sale any more.
 */
export async function listFreeMoves(
  context: ProviderContext,
  { bookingId, ...query }: { bookingId: string; from: string; to: string },
): Promise<SlotList> {
  const booking = await requireOwnBooking(context, bookingId);
  const offer = await readOffer(context.table, booking.serviceId, { consistent: false });
  if (!offer) throw new ProblemError('NOT_FOUND');
  const range = { from: new Date(query.from), to: new Date(query.to) };
  const days = (range.to.getTime() - range.from.getTime()) / DAY_MS;
  if (days < 0 || days > MAX_RANGE_DAYS) {
    throw invalidInput({
      path: 'to',
      message: `Not before \`from\`, at most ${MAX_RANGE_DAYS} days`,
    });
  }
  const slots = await freeMoves(context, booking, range);
  return {
    timeZone: offer.availability.timeZone,
    bookableUntil: bookableUntil(offer, context.now).toISOString(),
    slots: slots.map(({ start, end }) => ({ start, end })),
  };
}
