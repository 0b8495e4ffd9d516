import type { BusyTime, IndexedProvider, IndexedService } from '../../shared/search';
import type { ProviderItem, ServiceItem } from '../../shared/table';
import { type Business, type BusyClaim, horizonDaysOf } from './business';

/** What search needs of a business. One that cannot be paid cannot be booked, so it has no free time. */
export function indexedProvider(business: Business): IndexedProvider {
  const { provider, services, availability, claims } = business;
  const { providerId: id, slug, name, currency, ratingCount, place } = provider;
  const schedule = provider.chargesEnabled ? availability : undefined;
  return {
    id,
    slug,
    name,
    currency,
    rating: ratingOf(provider),
    ratingCount,
    timeZone: availability?.timeZone ?? provider.timeZone,
    city: place.city,
    lat: place.lat,
    lon: place.lon,
    rules: schedule?.rules ?? [],
    overrides: schedule?.overrides ?? [],
    busy: claims.map(busyTime),
    services: services.map(indexedService),
  };
}

/** The average of the stars with one decimal; null before the first review. */
export function ratingOf({
  ratingSum,
  ratingCount,
}: Pick<ProviderItem, 'ratingSum' | 'ratingCount'>): number | null {
  return ratingCount === 0 ? null : Math.round((ratingSum / ratingCount) * 10) / 10;
}

function indexedService(service: ServiceItem): IndexedService {
  const { serviceId: id, title, category, priceMinor, durationMin, stepMin } = service;
  const { bufferBefore, bufferAfter, minNoticeMin, capacity, resourceIds } = service;
  return {
    ...{ id, title, category, priceMinor, durationMin, stepMin },
    ...{ bufferBefore, bufferAfter, minNoticeMin, capacity, resourceIds },
    horizonDays: horizonDaysOf(service),
  };
}

function busyTime(claim: BusyClaim): BusyTime {
  const { bookingId: _bookingId, expiresAt, ...time } = claim;
  return { ...time, ...(expiresAt !== undefined && { expiresAt }) };
}
