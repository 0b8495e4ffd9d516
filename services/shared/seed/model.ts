import type { Category } from '../../catalog/contract';
import type { MarketCode } from '../../domain/markets';
import type { CancellationPolicy, Place, WeeklyRule } from '../contract';

export interface SeedService {
  id: string;
  title: string;
  description: string;
  category: Category;
  priceMinor: number;
  durationMin: number;
  stepMin: number;
  bufferBefore: number;
  bufferAfter: number;
  minNoticeMin: number;
  capacity: number;
  resourceIds: string[];
  policy: CancellationPolicy;
  requiresApproval: boolean;
}

export interface SeedReview {
  /** Sorts by time, before every id that is made later. */
  bookingId: string;
  stars: number;
  text: string;
  authorName: string;
  serviceId: string;
  serviceTitle: string;
  createdAt: string;
}

/** A provider of the seed with all that belongs to it, before anything is written. */
export interface SeedProvider {
  id: string;
  slug: string;
  market: MarketCode;
  name: string;
  headline: string;
  about: string;
  currency: string;
  timeZone: string;
  place: Place & { street: string };
  languages: string[];
  verified: boolean;
  /** `YYYY-MM-DD` */
  memberSince: string;
  /** Sum of all stars. */
  ratingSum: number;
  ratingCount: number;
  bookingsCount: number;
  rules: WeeklyRule[];
  services: SeedService[];
  reviews: SeedReview[];
}
