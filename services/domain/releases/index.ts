export { BUCKET_COOKIE, BUCKET_COUNT, bucketOf } from './bucket';
export { PAGE_CACHE_TAGS_HEADER, providerTag, tagsOfPage } from './cache-tags';
export {
  MARKET_COOKIE,
  MARKET_CURRENCY_HEADER,
  MARKET_HEADER,
  MARKET_LOCALE_HEADER,
  MARKET_PATH_HEADER,
  PAGE_CACHE_CONTROL_HEADER,
  RELEASES_HEADER,
} from './names';
export {
  isOverrideLike,
  OVERRIDE_COOKIE,
  OVERRIDE_HEADER,
  OVERRIDE_REFUSED_HEADER,
  OVERRIDE_SESSION_HEADER,
} from './override-names';
export { formatReleases, parseReleases, pickReleases } from './pick';
export {
  browserEntryPath,
  isRelease,
  parseReleaseRecord,
  type ReleaseRecord,
  type ReleaseRecords,
  type Releases,
  recordKey,
  SLICES,
  type SliceName,
} from './records';
