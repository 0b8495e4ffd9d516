import { quote } from '../../domain/money';
import { distanceKm, type Place } from '../../domain/search';
import type { ServiceSummary } from '../contract';
import { nextFreeMs } from './free-times';
import type { Entry } from './market-index';

/** What a list shows of a service now. */
export function summaryOf(entry: Entry, nowMs: number, near?: Place): ServiceSummary {
  const { service, category, provider } = entry;
  const { id, title, priceMinor, durationMin } = service;
  const { currency, rating, ratingCount, timeZone, city, lat, lon } = provider;
  const freeMs = nextFreeMs(entry, nowMs);
  return {
    id,
    title,
    category,
    priceMinor,
    guestPriceMinor: quote({ unitPriceMinor: priceMinor, currency, guest: true }).totalMinor,
    currency,
    durationMin,
    providerSlug: provider.slug,
    providerName: provider.name,
    rating,
    ratingCount,
    nextFree: freeMs === null ? null : new Date(freeMs).toISOString(),
    timeZone,
    city,
    lat,
    lon,
    ...(near && { distanceKm: Math.round(distanceKm(near, provider) * 10) / 10 }),
  };
}
