import { ProblemError } from '../../shared/lambda';
import type { MarketTable, ReviewItem } from '../../shared/table';
import type { CatalogContext } from '../context';
import type { ProviderPage, Review } from '../contract';
import { readBusiness } from '../documents/business';
import { indexedProvider } from '../documents/indexed-provider';
import { entriesOf } from '../search/market-index';
import { summaryOf } from '../search/summary';

const REVIEWS_SHOWN = 12;

/** A provider's public page, as the table has it now. */
export async function getProvider(
  { table, now }: CatalogContext,
  { slug }: { slug: string },
): Promise<ProviderPage> {
  const { data: found } = await table.provider.query.bySlug({ slug }).go({ limit: 1 });
  const [providerId] = found.map((provider) => provider.providerId);
  if (providerId === undefined) throw notFound();
  const [business, reviews] = await Promise.all([
    readBusiness(table, providerId, now),
    newestReviews(table, providerId),
  ]);
  if (!business) throw notFound();
  const { provider, availability } = business;
  const { name, headline, about, verified, memberSince, languages, place } = provider;
  const document = indexedProvider(business);
  return {
    id: providerId,
    slug: provider.slug,
    ...{ name, headline, about, verified, memberSince, languages, place },
    rating: document.rating,
    ratingCount: provider.ratingCount,
    bookingsCount: provider.bookingsCount,
    timeZone: document.timeZone,
    hours: availability?.rules ?? [],
    services: entriesOf(document).map((entry) => summaryOf(entry, now.getTime())),
    reviews,
  };
}

async function newestReviews(table: MarketTable, providerId: string): Promise<Review[]> {
  const { data } = await table.review.query
    .primary({ providerId })
    .go({ order: 'desc', limit: REVIEWS_SHOWN });
  return data.map(reviewOf);
}

function reviewOf({
  bookingId,
  stars,
  text,
  authorName,
  serviceTitle,
  createdAt,
}: ReviewItem): Review {
  return { id: bookingId, stars, text, authorName, serviceTitle, createdAt };
}

function notFound(): ProblemError {
  return new ProblemError('NOT_FOUND', { detail: 'No such provider' });
}
