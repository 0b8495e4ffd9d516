import { type BookingEvent, hasBegun, possibleEvents, stateNow } from '../../domain/process';
import { openProposal } from '../../shared/bookings';
import type { BookingItem, MarketTable } from '../../shared/table';
import type { ProviderBooking } from '../contract';

export type BookingAction = ProviderBooking['actions'][number];

/** The provider's buttons and the event of the process that each stands for. */
const ACTION_EVENTS = {
  accept: 'accept',
  decline: 'decline',
  'propose-move': 'propose_move',
  'withdraw-move': 'drop_move',
  complete: 'complete',
  'no-show': 'mark_no_show',
  cancel: 'cancel',
} as const satisfies Record<BookingAction, BookingEvent>;

const ACTIONS = Object.keys(ACTION_EVENTS) as BookingAction[];
/** What the provider may do with a booking now. */
function actionsOf(booking: BookingItem, now: Date): BookingAction[] {
  const events = possibleEvents(stateNow(booking, now), 'provider');
  return ACTIONS.filter(
    (action) => events.includes(ACTION_EVENTS[action]) && isInTime(action, booking, now),
  );
}

/** Nobody has come or stayed away before the start, and nothing moves after it. */
function isInTime(action: BookingAction, booking: BookingItem, now: Date): boolean {
  switch (action) {
    case 'complete':
    case 'no-show':
      return hasBegun(booking, now);
    case 'propose-move':
      return !hasBegun(booking, now);
    case 'withdraw-move':
      return openProposal(booking, now) !== undefined;
    default:
      return true;
  }
}

/** Bookings as the portal shows them, with the customers' names. */
export async function providerBookings(
  table: MarketTable,
  bookings: readonly BookingItem[],
  now: Date,
): Promise<ProviderBooking[]> {
  const names = await customerNames(table, bookings);
  return bookings.map((booking) => shown(booking, names.get(booking.bookingId) ?? null, now));
}

/** One booking as the portal shows it. */
export async function providerBooking(
  table: MarketTable,
  booking: BookingItem,
  now: Date,
): Promise<ProviderBooking> {
  const names = await customerNames(table, [booking]);
  return shown(booking, names.get(booking.bookingId) ?? null, now);
}

function shown(booking: BookingItem, customerName: string | null, now: Date): ProviderBooking {
  const { baseMinor, surchargeMinor, totalMinor, currency } = booking;
  return {
    bookingId: booking.bookingId,
    state: stateNow(booking, now),
    serviceId: booking.serviceId,
    serviceTitle: booking.serviceTitle,
    start: booking.startsAt,
    end: booking.endsAt,
    ...proposedStart(booking, now),
    seats: booking.seats,
    price: { baseMinor, surchargeMinor, totalMinor, currency },
    providerNetMinor: booking.providerNetMinor,
    refundedMinor: booking.refundedMinor,
    ...disputeOf(booking),
    customerName,
    customerKind: booking.isGuest ? 'guest' : 'signed-in',
    createdAt: booking.createdAt,
    actions: actionsOf(booking, now),
  };
}

/** A dispute as provider and operator see it, for whoever shows a booking. */
export function disputeOf(booking: BookingItem): Pick<ProviderBooking, 'dispute'> {
  const { disputeState: state, disputedMinor: amountMinor = 0, disputeRespondBy } = booking;
  if (state === undefined) return {};
  const respondBy = state === 'open' ? disputeRespondBy : undefined;
  return { dispute: { state, amountMinor, ...(respondBy !== undefined && { respondBy }) } };
}

function proposedStart(booking: BookingItem, now: Date): { proposedStart?: string } {
  const proposal = openProposal(booking, now);
  return proposal ? { proposedStart: proposal.start } : {};
}

async function customerNames(
  table: MarketTable,
  bookings: readonly BookingItem[],
): Promise<Map<string, string>> {
  if (bookings.length === 0) return new Map();
  const { data } = await table.bookingContact
    .get(bookings.map(({ bookingId }) => ({ bookingId })))
    .go();
  return new Map(data.map(({ bookingId, name }) => [bookingId, name]));
}
