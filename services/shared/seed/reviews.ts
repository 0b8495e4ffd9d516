import type { Faker } from '@faker-js/faker';
import type { CategoryContent } from './content-types';
import { personIn } from './local/names';
import type { SeedReview, SeedService } from './model';

const DAY_MS = 86_400_000;
const SHOWN = 6;
const NEW_PROVIDERS = 0.06;

export interface Reputation {
  ratingSum: number;
  ratingCount: number;
  bookingsCount: number;
}

/** Average stars with their count; a few providers are too new to have any. */
export function reputation(random: Faker): Reputation {
  if (random.datatype.boolean(NEW_PROVIDERS)) {
    return { ratingSum: 0, ratingCount: 0, bookingsCount: random.number.int({ min: 0, max: 3 }) };
  }
  const ratingCount = Math.round(3 * 80 ** random.number.float({ min: 0.1, max: 1 }));
  const ratingSum = Math.round(ratingCount * random.number.float({ min: 4.15, max: 5 }));
  const bookingsCount = Math.round(ratingCount * random.number.float({ min: 1.8, max: 4.2 }));
  return { ratingSum, ratingCount, bookingsCount };
}

/** The id of a booking long ago; the newest review has index 0. */
export function reviewedBookingId(providerId: string, index: number): string {
  return `00-${providerId}-${99 - index}`;
}

/** The newest reviews of a provider, whose stars fit its average; none reads like another. */
export function reviewsOf(
  provider: { id: string; country: string; services: readonly SeedService[] } & Reputation,
  content: CategoryContent,
  today: Date,
  random: Faker,
): SeedReview[] {
  const texts = {
    5: random.helpers.shuffle(content.reviews.delighted),
    4: random.helpers.shuffle(content.reviews.pleased),
    3: random.helpers.shuffle(content.reviews.mixed),
  };
  let daysAgo = 0;
  return starsOf(provider, random).flatMap((stars, index) => {
    const text = texts[stars].pop();
    if (!text) return [];
    daysAgo += random.number.int({ min: 2, max: 24 });
    const { first, last } = personIn(provider.country, random);
    const service = random.helpers.arrayElement(provider.services);
    const minutes = random.number.int({ min: 8 * 60, max: 22 * 60 });
    return {
      bookingId: reviewedBookingId(provider.id, index),
      stars,
      text,
      authorName: `${first} ${last.charAt(0)}.`,
      serviceId: service.id,
      serviceTitle: service.title,
      createdAt: new Date(today.getTime() - daysAgo * DAY_MS + minutes * 60_000).toISOString(),
    };
  });
}

function starsOf({ ratingSum, ratingCount }: Reputation, random: Faker): (3 | 4 | 5)[] {
  const share = (ratingSum / ratingCount - 3) / 2;
  return Array.from({ length: Math.min(SHOWN, ratingCount) }, () => {
    if (random.datatype.boolean(share)) return 5;
    return random.datatype.boolean(0.75) ? 4 : 3;
  });
}
