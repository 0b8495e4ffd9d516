import type {
  ProviderPage,
  ServiceDetail,
  ServiceList,
  ServiceSummary,
} from '@marketplace/services/catalog/contract';

/** When the tests' pages were made. */
export const RENDERED_AT = '2026-11-24T08:00:00.000Z';

export function aService(changes: Partial<ServiceSummary> = {}): ServiceSummary {
  return {
    id: 'svc-1',
    title: 'Haircut and finish',
    category: 'hair',
    priceMinor: 6000,
    guestPriceMinor: 6600,
    currency: 'EUR',
    durationMin: 75,
    providerSlug: 'studio-linde',
    providerName: 'Studio Linde',
    rating: 4.8,
    ratingCount: 128,
    nextFree: '2026-11-24T13:30:00.000Z',
    timeZone: 'Europe/Berlin',
    city: 'Berlin',
    lat: 52.5,
    lon: 13.4,
    distanceKm: 1.24,
    ...changes,
  };
}

export function aList(
  items: readonly ServiceSummary[],
  changes: Partial<ServiceList> = {},
): ServiceList {
  return {
    items: [...items],
    total: items.length,
    facets: { categories: { hair: items.length }, price: { minMinor: 1000, maxMinor: 9000 } },
    ...changes,
  };
}

const place = {
  city: 'Berlin',
  street: 'Lindenstraße 12',
  postcode: '10969',
  country: 'DE',
  lat: 52.5,
  lon: 13.4,
};

export function aServiceDetail(changes: Partial<ServiceDetail> = {}): ServiceDetail {
  return {
    ...aService(),
    description: 'A calm hour.\n\nCome five minutes early.',
    bufferBefore: 0,
    bufferAfter: 15,
    stepMin: 30,
    minNoticeMin: 120,
    capacity: 1,
    resourceIds: ['r-1'],
    policy: 'moderate',
    requiresApproval: false,
    providerId: 'p-1',
    place,
    ...changes,
  };
}

export function aProvider(changes: Partial<ProviderPage> = {}): ProviderPage {
  return {
    id: 'p-1',
    slug: 'studio-linde',
    name: 'Studio Linde',
    headline: 'Unhurried, by appointment',
    about: 'Two people, four chairs.',
    verified: true,
    rating: 4.8,
    ratingCount: 128,
    bookingsCount: 1953,
    memberSince: '2023-04-01',
    languages: ['de', 'en'],
    place,
    timeZone: 'Europe/Berlin',
    hours: [{ days: [2, 3, 4], start: '09:00', end: '18:00' }],
    services: [aService()],
    reviews: [
      {
        id: 'r-1',
        stars: 5,
        text: 'Best hour of my month.',
        authorName: 'Anna K.',
        serviceTitle: 'Haircut and finish',
        createdAt: '2026-10-01T10:00:00.000Z',
      },
    ],
    ...changes,
  };
}
