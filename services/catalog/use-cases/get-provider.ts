import { providerTag } from '../../domain/releases';
import { ProblemError } from '../../shared/lambda';
import type { MarketTable, ReviewItem } from '../../shared/table';
import type { CatalogContext } from '../context';
import type { ProviderPage, Review } from '../contract';
import { BUSINESS_SHELF, readBusiness } from '../documents/business';
import { indexedProvider } from '../documents/indexed-provider';
import { entriesOf } from '../search/market-index';
import { summaryOf } from '../search/summary';

const REVIEWS_SHOWN = 12;

/** A provider's public page. */
export function getProvider(
  { cache, table, now }: CatalogContext,
  { slug }: { slug: string },
): Promise<ProviderPage> {
  const load = () => readPage({ table, now }, slug);
  return cache.read({ tag: providerTag(slug), name: 'page', ...BUSINESS_SHELF, load });
}

async function readPage(
  { table, now }: Pick<CatalogContext, 'table' | 'now'>,
  slug: string,
): Promise<ProviderPage> {
  const { data: found } = await table.provider.query.bySlug({ slug }).go({ limit: 1 });
  const [providerId] = found.map((provider) => provider.providerId);
  if (providerId === undefined) throw notFound();
  const [business, reviews] = await Promise.all([
    readBusiness(table, providerId, now),
    newestReviews(table, providerId),
  ]);
  // The index that knows slugs lags: a provider may have taken another one meanwhile.
  if (business?.provider.slug !== slug) throw notFound();
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
