import {
  type AvailabilityItem,
  type ProviderItem,
  type ReviewItem,
  type ServiceItem,
  withStatus,
} from '../../table';
import type { SeedProvider } from '../model';

/** The connected account of a provider of the seed. */
export function accountIdOf(providerId: string): string {
  return `acct_seed_${providerId.replaceAll('-', '_')}`;
}

export function providerItem(seed: SeedProvider, ownerUserId: string): ProviderItem {
  const { id: providerId, slug, name, headline, about, market, currency, timeZone } = seed;
  const { place, languages, verified, memberSince, ratingSum, ratingCount, bookingsCount } = seed;
  return {
    ...{ providerId, slug, name, headline, about, market, currency, timeZone, ownerUserId },
    ...{ place, languages, verified, memberSince, ratingSum, ratingCount, bookingsCount },
    ...withStatus('PROVIDER', providerId, 'active'),
    stripeAccountId: accountIdOf(providerId),
    chargesEnabled: true,
    payoutsEnabled: true,
  };
}

export function availabilityItem({ id, timeZone, rules }: SeedProvider): AvailabilityItem {
  return { providerId: id, timeZone, rules, overrides: [] };
}

/** Made a minute apart, so that they keep their order. */
export function serviceItems(seed: SeedProvider): ServiceItem[] {
  const sinceMs = Date.parse(`${seed.memberSince}T09:00:00.000Z`);
  return seed.services.map(({ id: serviceId, ...service }, index) => ({
    ...service,
    ...{ serviceId, providerId: seed.id, currency: seed.currency },
    ...withStatus('SERVICE', serviceId, 'active'),
    createdAt: new Date(sinceMs + index * 60_000).toISOString(),
  }));
}

export function reviewItems({ id: providerId, reviews }: SeedProvider): ReviewItem[] {
  return reviews.map((review) => ({ ...review, providerId }));
}
