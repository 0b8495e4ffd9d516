import { type BookingEvent, possibleEvents, stateNow } from '../../domain/process';
import type { BookingItem, MarketTable } from '../../shared/table';
import type { ProviderBooking } from '../contract';

export type BookingAction = ProviderBooking['actions'][number];

/** The provider's buttons and the event of the process that each stands for. */
const ACTION_EVENTS = {
  accept: 'accept',
  decline: 'decline',
  complete: 'complete',
  'no-show': 'mark_no_show',
  cancel: 'cancel',
} as const satisfies Record<BookingAction, BookingEvent>;

const ACTIONS = Object.keys(ACTION_EVENTS) as BookingAction[];
/** Nobody has come or stayed away before the start. */
const AFTER_START: ReadonlySet<BookingAction> = new Set(['complete', 'no-show']);

/** What the provider may do with a booking now. */
function actionsOf(booking: BookingItem, now: Date): BookingAction[] {
  const events = possibleEvents(stateNow(booking, now), 'provider');
  const hasStarted = Date.parse(booking.startsAt) <= now.getTime();
  return ACTIONS.filter(
    (action) => events.includes(ACTION_EVENTS[action]) && (hasStarted || !AFTER_START.has(action)),
  );
}

/** Bookings as the portal shows them, with the customers' names. */
export async function providerBookings(
  table: MarketTable,
  bookings: readonly BookingItem[],
  now: Date,
): Promise<ProviderBooking[]> {
  const names = await customerNames(table, bookings);
  return bookings.map((booking) => ({
    bookingId: booking.bookingId,
    state: stateNow(booking, now),
    serviceId: booking.serviceId,
    serviceTitle: booking.serviceTitle,
    start: booking.startsAt,
    end: booking.endsAt,
    seats: booking.seats,
    price: {
      baseMinor: booking.baseMinor,
      surchargeMinor: booking.surchargeMinor,
      totalMinor: booking.totalMinor,
      currency: booking.currency,
    },
    providerNetMinor: booking.providerNetMinor,
    refundedMinor: booking.refundedMinor,
    customerName: names.get(booking.bookingId) ?? null,
    customerKind: booking.isGuest ? 'guest' : 'signed-in',
    createdAt: booking.createdAt,
    actions: actionsOf(booking, now),
  }));
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
