import { createRoute, z } from '@hono/zod-openapi';
import { MARKET_CODES } from '../domain/markets';
import {
  AmountMinor,
  CancellationPolicy,
  Currency,
  Cursor,
  Id,
  Instant,
  json,
  Limit,
  LocalDate,
  Place,
  problems,
  TimeZone,
  vitalsRoute,
  WeeklyRule,
} from '../shared/contract';

export const CATEGORIES = [
  'hair',
  'nails',
  'massage',
  'fitness',
  'yoga',
  'tutoring',
  'music',
  'photo',
  'cleaning',
  'repair',
  'garden',
  'pets',
] as const;

export const Category = z.enum(CATEGORIES).openapi('Category');
export type Category = z.infer<typeof Category>;

export const SORTS = ['relevance', 'distance', 'price', '-price', 'rating', 'nextFree'] as const;
export const Sort = z.enum(SORTS);
export type Sort = z.infer<typeof Sort>;

const boundMinor = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const Near = z
  .string()
  .regex(/^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?$/, { error: 'Expected lat,lng', abort: true })
  .refine((text) => {
    const [lat = 91, lon = 181] = text.split(',').map(Number);
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  }, 'Latitude is −90 to 90, longitude −180 to 180')
  .openapi({ example: '52.52,13.405' });

/** Defaults to the market that the edge chose for the viewer. */
const MarketParameter = z.enum(MARKET_CODES).optional();

/**
 * Prices filter in the minor units of the service's own currency. Without `sort`: by relevance to
 * `q`, else by distance when `near` is given, else the best reviewed first.
 */
export const ServiceQuery = z
  .object({
    q: z.string().max(200).optional(),
    category: Category.optional(),
    near: Near.optional(),
    radiusKm: z.coerce.number().positive().max(500).optional(),
    minPrice: boundMinor.optional(),
    maxPrice: boundMinor.optional(),
    maxDuration: z.coerce.number().int().positive().max(1440).optional(),
    minRating: z.coerce.number().min(0).max(5).optional(),
    availableOn: LocalDate.optional(),
    market: MarketParameter,
    sort: Sort.optional(),
    cursor: Cursor.optional(),
    limit: Limit.optional(),
  })
  .refine(({ radiusKm, near }) => radiusKm === undefined || near !== undefined, {
    path: ['near'],
    error: '`radiusKm` needs the place it is around',
  })
  .refine(({ sort, near }) => sort !== 'distance' || near !== undefined, {
    path: ['near'],
    error: 'Sorting by distance needs a place',
  });
export type ServiceQuery = z.infer<typeof ServiceQuery>;

/** Average of the stars, 1–5, one decimal; null before the first review. */
export const Rating = z.number().min(1).max(5).nullable();

export const ServiceSummary = z
  .object({
    id: Id,
    title: z.string(),
    category: Category,
    priceMinor: AmountMinor.openapi({ description: 'Unit price when signed in.' }),
    guestPriceMinor: AmountMinor.openapi({ description: 'Unit price for a guest, surcharge in.' }),
    currency: Currency,
    durationMin: z.int().positive(),
    providerSlug: z.string(),
    providerName: z.string(),
    rating: Rating,
    ratingCount: z.int().min(0),
    nextFree: Instant.nullable(),
    timeZone: TimeZone,
    city: z.string(),
    lat: z.number(),
    lon: z.number(),
    distanceKm: z.number().min(0).optional(),
  })
  .openapi('ServiceSummary');
export type ServiceSummary = z.infer<typeof ServiceSummary>;

export const ServiceList = z
  .object({
    items: z.array(ServiceSummary),
    nextCursor: Cursor.optional(),
    total: z.int().min(0),
    facets: z.object({
      categories: z.record(z.string(), z.int()),
      price: z.object({ minMinor: AmountMinor, maxMinor: AmountMinor }).nullable(),
    }),
  })
  .openapi('ServiceList');
export type ServiceList = z.infer<typeof ServiceList>;

export const ServiceDetail = ServiceSummary.extend({
  description: z.string(),
  bufferBefore: z.int().min(0).openapi({ description: 'Minutes kept free before a booking.' }),
  bufferAfter: z.int().min(0).openapi({ description: 'Minutes kept free after a booking.' }),
  stepMin: z.int().positive(),
  minNoticeMin: z.int().min(0),
  capacity: z.int().positive(),
  resourceIds: z.array(Id).min(1),
  policy: CancellationPolicy,
  requiresApproval: z.boolean(),
  providerId: Id,
  place: Place,
}).openapi('ServiceDetail');
export type ServiceDetail = z.infer<typeof ServiceDetail>;

export const Review = z
  .object({
    id: Id,
    stars: z.int().min(1).max(5),
    text: z.string(),
    authorName: z.string(),
    serviceTitle: z.string(),
    createdAt: Instant,
  })
  .openapi('Review');
export type Review = z.infer<typeof Review>;

export const ProviderPage = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    headline: z.string(),
    about: z.string(),
    verified: z.boolean(),
    rating: Rating,
    ratingCount: z.int().min(0),
    bookingsCount: z.int().min(0),
    memberSince: LocalDate,
    languages: z.array(z.string()),
    place: Place,
    timeZone: TimeZone,
    hours: z.array(WeeklyRule),
    services: z.array(ServiceSummary),
    reviews: z.array(Review),
  })
  .openapi('ProviderPage');
export type ProviderPage = z.infer<typeof ProviderPage>;

export const Suggestion = z
  .object({
    kind: z.enum(['service', 'provider', 'category', 'city']),
    text: z.string(),
    /** Path of the page to go to, market-neutral. */
    path: z.string(),
  })
  .openapi('Suggestion');
export type Suggestion = z.infer<typeof Suggestion>;

export const listServices = createRoute({
  method: 'get',
  path: '/api/catalog/services',
  operationId: 'listServices',
  summary: 'Search the services of a market',
  request: { query: ServiceQuery },
  responses: { 200: json(ServiceList, 'A page of services'), ...problems(400, 429, 503) },
});

export const getService = createRoute({
  method: 'get',
  path: '/api/catalog/services/{id}',
  operationId: 'getService',
  summary: 'One service in full',
  request: { params: z.object({ id: Id }) },
  responses: { 200: json(ServiceDetail, 'The service'), ...problems(400, 404, 429, 503) },
});

export const getProvider = createRoute({
  method: 'get',
  path: '/api/catalog/providers/{slug}',
  operationId: 'getProvider',
  summary: "A provider's public page",
  request: { params: z.object({ slug: z.string().min(1).max(120) }) },
  responses: { 200: json(ProviderPage, 'The provider'), ...problems(400, 404, 429, 503) },
});

export const suggest = createRoute({
  method: 'get',
  path: '/api/catalog/suggest',
  operationId: 'suggest',
  summary: 'Completions for the search sentence',
  request: {
    query: z.object({ q: z.string().max(100), market: MarketParameter }),
  },
  responses: {
    200: json(z.object({ items: z.array(Suggestion) }), 'Up to eight suggestions'),
    ...problems(400, 429, 503),
  },
});

const PageList = z
  .object({
    /** Slugs. */
    providers: z.array(z.string()),
    /** Ids. */
    services: z.array(Id),
  })
  .openapi('PageList');
export type PageList = z.infer<typeof PageList>;

export const listPages = createRoute({
  method: 'get',
  path: '/api/catalog/pages',
  operationId: 'listPages',
  summary: 'What has a public page, for the sitemap',
  request: { query: z.object({ market: MarketParameter }) },
  responses: {
    200: json(PageList, 'Providers and services of the market'),
    ...problems(400, 429, 503),
  },
});

export const reportVitals = vitalsRoute('mf-catalog');
