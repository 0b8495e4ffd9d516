/** A page's cache tags as CloudFront reads them from an answer: comma-separated, at most fifty. */
export const PAGE_CACHE_TAGS_HEADER = 'x-page-cache-tags';

const MOST_TAGS = 50;

/** The tag of every page that is about a provider. */
export function providerTag(slug: string): string {
  return `provider:${slug}`;
}

/** The header's value; what CloudFront would not take as a tag is left out. */
export function formatCacheTags(tags: readonly string[]): string {
  const unique = [...new Set(tags)].filter((tag) => /^[!-+\--~]{1,256}$/.test(tag));
  return unique.slice(0, MOST_TAGS).join(',');
}
