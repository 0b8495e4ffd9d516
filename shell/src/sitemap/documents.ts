import { MARKET_CODES, type MarketCode, marketPath } from '@marketplace/services/domain/markets';

/** Paths that search engines have nothing to find in. */
const PRIVATE = [
  '/account',
  '/api/',
  '/auth/',
  '/b/',
  '/book/',
  '/bookings',
  '/portal',
  '/_slices',
];

/** What the catalogue says has a page: slugs of providers, ids of services. */
export interface MarketPages {
  providers: readonly string[];
  services: readonly string[];
}

/** Names the sitemap of each market. */
export function sitemapIndex(origin: string): string {
  const places = MARKET_CODES.map(
    (market) => `<sitemap><loc>${origin}/sitemap/${market}.xml</loc></sitemap>`,
  );
  return xml('sitemapindex', places);
}

/** The canonical address of every page of a market; the pages name their alternates themselves. */
export function marketSitemap(origin: string, market: MarketCode, pages: MarketPages): string {
  const paths = [
    '/',
    '/search',
    ...pages.providers.map((slug) => `/p/${encodeURIComponent(slug)}`),
    ...pages.services.map((id) => `/s/${encodeURIComponent(id)}`),
  ];
  return xml(
    'urlset',
    paths.map((path) => `<url><loc>${origin}${marketPath(market, path)}</loc></url>`),
  );
}

export function robotsText(origin: string): string {
  const closed = PRIVATE.map((path) => `Disallow: ${path}`);
  return ['User-agent: *', ...closed, '', `Sitemap: ${origin}/sitemap.xml`, ''].join('\n');
}

function xml(root: string, entries: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...entries,
    `</${root}>`,
  ].join('\n');
}
