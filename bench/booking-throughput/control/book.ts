import type { BookingCreated, BookingRequest } from '../../../services/booking/contract';
import { quote } from '../../../services/domain/money';
import { holdExpiry } from '../../../services/domain/process';
import { isBookable, type Offer, offeredSlot, readOffer } from '../../../services/shared/bookings';
import {
  type GuestTokens,
  ProblemError,
  type RequestContext,
} from '../../../services/shared/lambda';
import type { Payments } from '../../../services/shared/payments';
import {
  type BookingItem,
  type MarketTable,
  newId,
  withStatus,
} from '../../../services/shared/table';

const DAY_MS = 86_400_000;

export interface ControlPorts {
  table: MarketTable;
  payments: Payments;
  guestTokens: GuestTokens;
}

/**
 * Books as a first version does: reads what is booked, and inserts if nothing is in the way. No claim,
 * no transaction, no `Idempotency-Key`; everything else is done as the real service does it.
 */
export async function book(
  ctx: ControlPorts & RequestContext,
  request: BookingRequest,
): Promise<BookingCreated> {
  const { table, payments, guestTokens, now } = ctx;
  const offer = await readOffer(table, request.serviceId, { consistent: false });
  if (!offer) throw new ProblemError('NOT_FOUND');
  if (!isBookable(offer)) throw new ProblemError('PROVIDER_UNAVAILABLE');
  const slot = offeredSlot(offer, new Date(request.start).toISOString(), now);
  if (!slot) throw new ProblemError('SLOT_UNAVAILABLE');
  if (await isTaken(table, offer, slot)) throw new ProblemError('SLOT_TAKEN');

  const booking = bookingOf(offer, slot, request.seats ?? 1, now);
  const { bookingId, currency, stripeAccountId } = booking;
  const intent = await payments.createIntent({
    ...{ bookingId, currency, destination: stripeAccountId },
    amountMinor: booking.totalMinor,
    applicationFeeMinor: booking.applicationFeeMinor,
    isCapturedLater: booking.requiresApproval,
  });
  const { id: paymentIntentId, clientSecret, status: stripeStatus, amountMinor } = intent;
  const createdAt = now.toISOString();
  await Promise.all([
    table.booking.put({ ...booking, paymentIntentId }).go(),
    table.bookingContact
      .put({ bookingId, name: 'Guest', email: 'guest@bench.test', ...request.customer })
      .go(),
    table.payment
      .put({
        ...{ bookingId, paymentIntentId, clientSecret, stripeStatus, amountMinor, currency },
        createdAt,
      })
      .go(),
  ]);
  const { state, baseMinor, surchargeMinor, totalMinor, expiresAt = createdAt } = booking;
  return {
    ...{ bookingId, state, clientSecret, holdExpiresAt: expiresAt },
    price: { baseMinor, surchargeMinor, totalMinor, currency },
    accessToken: guestTokens.sign(bookingId),
  };
}

/** Looks at the provider's bookings of the day before and the day itself. */
async function isTaken(
  table: MarketTable,
  { provider: { providerId } }: Offer,
  { start, end }: { start: string; end: string },
): Promise<boolean> {
  const from = new Date(Date.parse(start) - DAY_MS / 2).toISOString();
  const { data } = await table.booking.query
    .byProvider({ providerId })
    .between({ startsAt: from }, { startsAt: end })
    .go();
  return data.some(
    ({ state, startsAt, endsAt }) =>
      (state === 'held' || state === 'confirmed') && startsAt < end && start < endsAt,
  );
}

function bookingOf(
  { service, provider, availability }: Offer,
  { start, end }: { start: string; end: string },
  seats: number,
  now: Date,
): BookingItem {
  const bookingId = newId(now);
  const { serviceId, providerId, bufferBefore, bufferAfter, capacity, policy } = service;
  const { priceMinor: unitPriceMinor, currency } = service;
  const { commissionMinor: _, ...price } = quote({ unitPriceMinor, seats, currency, guest: true });
  return {
    ...{ bookingId, serviceId, providerId, bufferBefore, bufferAfter, capacity, policy, seats },
    ...price,
    ...withStatus('BOOKING', bookingId, 'held'),
    version: 1,
    isGuest: true,
    resourceId: service.resourceIds[0] ?? providerId,
    startsAt: start,
    endsAt: end,
    serviceTitle: service.title,
    providerName: provider.name,
    providerSlug: provider.slug,
    timeZone: availability.timeZone,
    requiresApproval: service.requiresApproval,
    refundDueMinor: 0,
    refundedMinor: 0,
    stripeAccountId: provider.stripeAccountId ?? '',
    expiresAt: holdExpiry(now).toISOString(),
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
}
