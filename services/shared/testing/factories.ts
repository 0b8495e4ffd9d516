import { randomBytes } from 'node:crypto';
import {
  type AvailabilityItem,
  type BookingItem,
  type MarketTable,
  type ProviderItem,
  type ServiceItem,
  serviceIdOf,
  withStatus,
} from '../table';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

const part = () => randomBytes(6).toString('hex');

/** An active provider in Berlin that can be paid and is open every day from 09:00 to 17:00 UTC. */
export async function aProvider(
  table: MarketTable,
  changes: Partial<ProviderItem> = {},
  availability: Partial<AvailabilityItem> = {},
): Promise<ProviderItem> {
  const providerId = changes.providerId ?? `prv${part()}`;
  const provider: ProviderItem = {
    providerId,
    slug: `slug-${providerId}`,
    ownerUserId: `usr${part()}`,
    name: 'Studio Nord',
    headline: 'Hair and care',
    about: 'Two chairs in a quiet street.',
    ...withStatus('PROVIDER', providerId, changes.state ?? 'active'),
    verified: true,
    market: 'de',
    currency: 'EUR',
    timeZone: 'UTC',
    place: { city: 'Berlin', country: 'DE', lat: 52.52, lon: 13.405 },
    languages: ['de', 'en'],
    memberSince: '2025-01-01',
    ratingSum: 0,
    ratingCount: 0,
    bookingsCount: 0,
    stripeAccountId: `acct_${part()}`,
    chargesEnabled: true,
    payoutsEnabled: true,
    ...changes,
  };
  await table.provider.put(provider).go();
  await table.availability
    .put({
      providerId,
      timeZone: provider.timeZone,
      rules: [{ days: EVERY_DAY, start: '09:00', end: '17:00' }],
      overrides: [],
      ...availability,
    })
    .go();
  return provider;
}

/** An active one-hour service of the provider for 100.00, cancelled flexibly, without buffers. */
export async function aService(
  table: MarketTable,
  provider: ProviderItem,
  changes: Partial<ServiceItem> = {},
): Promise<ServiceItem> {
  const serviceId = changes.serviceId ?? serviceIdOf(provider.providerId, part());
  const service: ServiceItem = {
    serviceId,
    providerId: provider.providerId,
    title: 'Haircut',
    description: 'Wash, cut and dry.',
    category: 'hair',
    priceMinor: 10_000,
    currency: provider.currency,
    durationMin: 60,
    stepMin: 60,
    bufferBefore: 0,
    bufferAfter: 0,
    minNoticeMin: 0,
    capacity: 1,
    policy: 'flexible',
    requiresApproval: false,
    resourceIds: [provider.providerId],
    ...withStatus('SERVICE', serviceId, changes.state ?? 'active'),
    createdAt: '2026-01-01T00:00:00.000Z',
    ...changes,
  };
  await table.service.put(service).go();
  return service;
}

/** A confirmed booking of the service, as it stands in the table; it claims nothing. */
export async function aBooking(
  table: MarketTable,
  service: ServiceItem,
  changes: Partial<BookingItem> = {},
): Promise<BookingItem> {
  const bookingId = changes.bookingId ?? `bkg${part()}`;
  const booking: BookingItem = {
    bookingId,
    ...withStatus('BOOKING', bookingId, changes.state ?? 'confirmed'),
    version: 1,
    isGuest: true,
    providerId: service.providerId,
    serviceId: service.serviceId,
    resourceId: service.resourceIds[0] ?? service.providerId,
    startsAt: '2026-06-01T10:00:00.000Z',
    endsAt: '2026-06-01T11:00:00.000Z',
    seats: 1,
    serviceTitle: service.title,
    providerName: 'Studio Nord',
    providerSlug: 'studio-nord',
    timeZone: 'UTC',
    bufferBefore: service.bufferBefore,
    bufferAfter: service.bufferAfter,
    capacity: service.capacity,
    policy: service.policy,
    requiresApproval: service.requiresApproval,
    baseMinor: 10_000,
    surchargeMinor: 1_000,
    totalMinor: 11_000,
    providerNetMinor: 9_000,
    applicationFeeMinor: 2_000,
    currency: service.currency,
    refundDueMinor: 0,
    refundedMinor: 0,
    stripeAccountId: 'acct_test',
    createdAt: '2026-05-01T00:00:00.000Z',
    updatedAt: '2026-05-01T00:00:00.000Z',
    ...changes,
  };
  await table.booking.put(booking).go();
  return booking;
}
