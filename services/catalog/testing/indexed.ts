import type { MarketCode } from '../../domain/markets';
import type { IndexedProvider, IndexedService, Snapshot } from '../../shared/search';
import { createMarketIndex, type MarketIndex } from '../search/market-index';

let made = 0;

/** A 60-minute service on the hour that can be booked at once. */
export function anIndexedService(changes: Partial<IndexedService> = {}): IndexedService {
  made += 1;
  return {
    id: `service-${String(made).padStart(4, '0')}`,
    title: 'Classic cut',
    category: 'hair',
    priceMinor: 5000,
    durationMin: 60,
    stepMin: 60,
    bufferBefore: 0,
    bufferAfter: 0,
    minNoticeMin: 0,
    horizonDays: 90,
    capacity: 1,
    resourceIds: ['chair'],
    ...changes,
  };
}

/** A provider in the middle of Berlin, open every day from nine to five. */
export function anIndexedProvider(changes: Partial<IndexedProvider> = {}): IndexedProvider {
  made += 1;
  return {
    id: `provider-${made}`,
    slug: `provider-${made}`,
    name: 'Salon Lindenberg',
    currency: 'EUR',
    rating: 4.5,
    ratingCount: 20,
    timeZone: 'Europe/Berlin',
    city: 'Berlin',
    lat: 52.52,
    lon: 13.405,
    rules: [{ days: [1, 2, 3, 4, 5, 6, 7], start: '09:00', end: '17:00' }],
    overrides: [],
    busy: [],
    services: [anIndexedService()],
    ...changes,
  };
}

export function aSnapshot(
  providers: readonly IndexedProvider[],
  market: MarketCode = 'de',
): Snapshot {
  return {
    version: 1,
    market,
    providers: Object.fromEntries(providers.map((provider) => [provider.id, provider])),
  };
}

export function anIndex(...providers: IndexedProvider[]): MarketIndex {
  const index = createMarketIndex('de');
  index.load(aSnapshot(providers));
  return index;
}
