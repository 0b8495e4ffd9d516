import type { Place } from '../../domain/search';
import type { ServiceQuery } from '../contract';
import { isFreeOn } from './free-times';
import { withinKm } from './geo';
import type { Entry } from './market-index';

export type FilterName = 'category' | 'price' | 'duration' | 'rating' | 'place' | 'day';

export type Filters = ReadonlyMap<FilterName, (entry: Entry) => boolean>;

/** The conditions of a query by name, the cheap ones first. */
export function filtersOf(query: ServiceQuery, near: Place | undefined, nowMs: number): Filters {
  const filters = new Map<FilterName, (entry: Entry) => boolean>();
  const { category, minPrice = 0, maxPrice = Infinity } = query;
  const { maxDuration, minRating, radiusKm, availableOn } = query;
  if (category) filters.set('category', (entry) => entry.category === category);
  if (minPrice > 0 || maxPrice < Infinity) {
    filters.set('price', ({ service }) => {
      return service.priceMinor >= minPrice && service.priceMinor <= maxPrice;
    });
  }
  if (maxDuration !== undefined) {
    filters.set('duration', ({ service }) => service.durationMin <= maxDuration);
  }
  if (minRating !== undefined) {
    filters.set('rating', ({ provider }) => (provider.rating ?? 0) >= minRating);
  }
  if (near && radiusKm !== undefined) {
    const isNear = withinKm(near, radiusKm);
    filters.set('place', ({ provider }) => isNear(provider));
  }
  if (availableOn) filters.set('day', (entry) => isFreeOn(entry, availableOn, nowMs));
  return filters;
}

/** Whether an entry passes all filters but the one named: what a facet counts. */
export function passes(entry: Entry, filters: Filters, except?: FilterName): boolean {
  for (const [name, accepts] of filters) {
    if (name !== except && !accepts(entry)) return false;
  }
  return true;
}
