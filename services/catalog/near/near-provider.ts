import { quote } from '../../domain/money';
import type { NearProvider } from '../../domain/near';
import type { IndexedProvider } from '../../shared/search';
import { entriesOf } from '../search/market-index';
import { comingStartsMs } from './coming-starts';

/** What the edge shows of a provider, or null for one that has nothing to book. */
export function nearProvider(provider: IndexedProvider, nowMs: number): NearProvider | null {
  const [entry] = entriesOf(provider);
  if (!entry) return null;
  const { slug, name, city, lat, lon, timeZone, currency, rating, ratingCount } = provider;
  const { id, title, priceMinor, durationMin, minNoticeMin } = entry.service;
  return {
    ...{ slug, name, city, lat, lon, timeZone, currency, rating, ratingCount },
    service: {
      ...{ id, title, category: entry.category, priceMinor, durationMin, minNoticeMin },
      guestPriceMinor: quote({ unitPriceMinor: priceMinor, currency, guest: true }).totalMinor,
      startsMs: comingStartsMs(entry, nowMs),
    },
  };
}
