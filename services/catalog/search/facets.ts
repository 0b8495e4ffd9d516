import type { ServiceList } from '../contract';
import { type Filters, passes } from './filters';
import type { Entry } from './market-index';

/** Counts what each choice would show: a facet ignores the filter that it offers to change. */
export function facetsOf(candidates: readonly Entry[], filters: Filters): ServiceList['facets'] {
  const categories: Record<string, number> = {};
  let minMinor = Number.POSITIVE_INFINITY;
  let maxMinor = 0;
  for (const entry of candidates) {
    if (passes(entry, filters, 'category')) {
      categories[entry.category] = (categories[entry.category] ?? 0) + 1;
    }
    if (passes(entry, filters, 'price')) {
      minMinor = Math.min(minMinor, entry.service.priceMinor);
      maxMinor = Math.max(maxMinor, entry.service.priceMinor);
    }
  }
  return { categories, price: minMinor > maxMinor ? null : { minMinor, maxMinor } };
}
