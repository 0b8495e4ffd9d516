import { pagePathOf } from '../identity';

/** A page's cache tags as CloudFront reads them from an answer: comma-separated. */
export const PAGE_CACHE_TAGS_HEADER = 'x-page-cache-tags';

const PAGE_OF_PROVIDER = /^\/p\/([^/]+)$/;
const PAGE_OF_SERVICE = /^\/s\/([^/]+)-[^/-]+$/;

/** What CloudFront takes as a tag: visible ASCII without commas. */
const TAG = /^[!-+\--~]{1,256}$/;

/** The tag of every page that is about a provider, by one of its names: address or id. */
export function providerTag(name: string): string {
  return `provider:${name}`;
}

/**
 * The tags of the page at a path, its data request included: a provider's page by its address, a
 * service's by the id of its provider, which begins the service's own. Others have none.
 */
export function tagsOfPage(path: string): string[] {
  const page = pagePathOf(path);
  const name = (PAGE_OF_PROVIDER.exec(page) ?? PAGE_OF_SERVICE.exec(page))?.[1];
  const tag = name === undefined ? '' : providerTag(name);
  return TAG.test(tag) ? [tag] : [];
}
