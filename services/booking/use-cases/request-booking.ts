import { type Quote, quote } from '../../domain/money';
import { holdExpiry } from '../../domain/process';
import {
  commitOnFirstFree,
  committed,
  isBookable,
  type Offer,
  offeredSlot,
  paymentOf,
  readBooking,
  readOffer,
} from '../../shared/bookings';
import { invalidInput, ProblemError } from '../../shared/lambda';
import { type BookingItem, type PaymentItem, withStatus } from '../../shared/table';
import type { Contact } from '../contacts';
import type { BookingContext } from '../context';
import type { BookingCreated, BookingRequest } from '../contract';
import { keepPayment, openPayment } from './open-payment';

/**
 * Holds a slot for 15 minutes and opens its payment. A repeated attempt finds the booking that an
 * earlier one made, under the same id, and goes on from there.
 * @throws ProblemError `NOT_FOUND`, `PROVIDER_UNAVAILABLE`, `PRICE_CHANGED`, `SLOT_UNAVAILABLE`, `SLOT_TAKEN`
 */
export async function requestBooking(
  ctx: BookingContext,
  request: BookingRequest,
): Promise<BookingCreated> {
  const held = (await earlierHold(ctx)) ?? (await holdSlot(ctx, request));
  const payment = await keepPayment(ctx, held, await openPayment(ctx, held));
  if (ctx.write) ctx.write.isAnswered = true;
  return createdAs(ctx, held, payment);
}

/** What the write has answered before, once it has kept its payment; whatever became of the booking since. */
export async function requestedBefore(ctx: BookingContext): Promise<BookingCreated | undefined> {
  const { table, operationId: bookingId } = ctx;
  const payment = await paymentOf(table, { bookingId });
  const booking = payment && (await readBooking(table, bookingId));
  return booking && createdAs(ctx, booking, payment);
}

/** The answer, from nothing that later changes of the booking touch. */
function createdAs(
  { guestTokens }: BookingContext,
  { bookingId, baseMinor, currency, createdAt }: BookingItem,
  { amountMinor: totalMinor, clientSecret }: PaymentItem,
): BookingCreated {
  return {
    bookingId,
    state: 'held',
    price: { baseMinor, surchargeMinor: totalMinor - baseMinor, totalMinor, currency },
    holdExpiresAt: holdExpiry(new Date(createdAt)).toISOString(),
    clientSecret,
    accessToken: guestTokens.sign(bookingId),
  };
}

/** What an earlier attempt of this write has held. */
async function earlierHold({ table, operationId, write }: BookingContext) {
  return write?.isFirst ? undefined : readBooking(table, operationId);
}

async function holdSlot(ctx: BookingContext, request: BookingRequest): Promise<BookingItem> {
  const offer = await readOffer(ctx.table, request.serviceId, { consistent: true });
  if (!offer) throw new ProblemError('NOT_FOUND');
  if (!isBookable(offer)) throw new ProblemError('PROVIDER_UNAVAILABLE');
  const price = agreedPrice(ctx, offer, request);
  const slot = offeredSlot(offer, new Date(request.start).toISOString(), ctx.now);
  if (!slot) throw new ProblemError('SLOT_UNAVAILABLE');
  const contact = await contactOf(ctx, request);

  const booking = newBooking(ctx, offer, { ...slot, seats: request.seats ?? 1, price });
  const { bookingId } = booking;
  const change = { after: booking, contact: { bookingId, ...contact } };
  const outcome = await commitOnFirstFree(ctx, change, offer.service.resourceIds);
  if (outcome.kind === 'taken') ctx.metrics.count('SlotConflict');
  const held = committed(outcome);
  ctx.metrics.count('BookingHeld');
  return held;
}

/** The price by today's table, if it is the one the customer was shown. */
function agreedPrice(
  { actor }: BookingContext,
  { service }: Offer,
  request: BookingRequest,
): Quote {
  const { seats = 1, expectedTotalMinor, currency } = request;
  if (seats > service.capacity) {
    throw invalidInput({ path: 'seats', message: `At most ${service.capacity} can be booked` });
  }
  const price = quote({
    unitPriceMinor: service.priceMinor,
    seats,
    currency: service.currency,
    guest: actor.kind !== 'user',
  });
  const isExpected =
    (expectedTotalMinor ?? price.totalMinor) === price.totalMinor &&
    (currency ?? price.currency) === price.currency;
  if (isExpected) return price;
  const { baseMinor, surchargeMinor, totalMinor } = price;
  throw new ProblemError('PRICE_CHANGED', {
    members: { price: { baseMinor, surchargeMinor, totalMinor, currency: price.currency } },
  });
}

async function contactOf(ctx: BookingContext, { customer }: BookingRequest): Promise<Contact> {
  if (customer) return customer;
  const known =
    ctx.actor.kind === 'user' ? await ctx.contacts.ofAccessToken(ctx.actor.accessToken) : undefined;
  if (!known) throw invalidInput({ path: 'customer', message: 'Tell us your name and address' });
  return { name: known.name, email: known.email };
}

function newBooking(
  { actor, now, operationId }: BookingContext,
  { service, provider, availability }: Offer,
  { start, end, seats, price }: { start: string; end: string; seats: number; price: Quote },
): BookingItem {
  const { commissionMinor: _, ...amounts } = price;
  const { street, postcode, city } = provider.place;
  return {
    bookingId: operationId,
    ...withStatus('BOOKING', operationId, 'held'),
    version: 0,
    ...(actor.kind === 'user' && { customerId: actor.userId }),
    isGuest: actor.kind !== 'user',
    providerId: provider.providerId,
    serviceId: service.serviceId,
    resourceId: service.resourceIds[0] ?? provider.providerId,
    startsAt: start,
    endsAt: end,
    seats,
    serviceTitle: service.title,
    providerName: provider.name,
    providerSlug: provider.slug,
    timeZone: availability.timeZone,
    address: [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    bufferBefore: service.bufferBefore,
    bufferAfter: service.bufferAfter,
    capacity: service.capacity,
    policy: service.policy,
    requiresApproval: service.requiresApproval,
    ...amounts,
    refundDueMinor: 0,
    refundedMinor: 0,
    stripeAccountId: provider.stripeAccountId ?? '',
    expiresAt: holdExpiry(now).toISOString(),
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
}
