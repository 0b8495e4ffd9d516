import { CATEGORIES } from '../../catalog/contract';
import { MARKET_LIST, type Market } from '../../domain/markets';
import { demoProvider } from './demo-provider';
import type { SeedProvider } from './model';
import { seedProvider } from './provider';

const PROVIDERS_EACH = 36;
/** Of every four providers of a market, one is in its default city. */
const DEFAULT_CITY_EVERY = 3;

/** Every provider of the seed, market by market; the same for the same day. */
export function seedCatalogue(today: Date): SeedProvider[] {
  const slugs = new Set<string>();
  const providers = MARKET_LIST.flatMap((market) => marketProviders(market, today));
  return [demoProvider(today), ...providers].map((provider) => {
    const slug = slugs.has(provider.slug)
      ? `${provider.slug}-${provider.id.slice(-3)}`
      : provider.slug;
    slugs.add(slug);
    return { ...provider, slug };
  });
}

function marketProviders({ code, cities }: Market, today: Date): SeedProvider[] {
  return Array.from({ length: PROVIDERS_EACH }, (_, index) => {
    const isInDefaultCity = index % DEFAULT_CITY_EVERY === 0;
    const city = cities[isInDefaultCity ? 0 : index % cities.length];
    const category = CATEGORIES[(index * 5 + Math.floor(index / 12)) % CATEGORIES.length];
    if (!city || !category) throw new RangeError(`Market ${code} has no city`);
    return seedProvider({ market: code, number: index + 1, city, category, today });
  });
}
