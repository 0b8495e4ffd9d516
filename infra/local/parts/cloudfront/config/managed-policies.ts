import type { CachePolicy, OriginRequestPolicy, Selection } from './types';

const NONE: Selection = { kind: 'none' };
const ALL: Selection = { kind: 'all' };
const YEAR_SECONDS = 31_536_000;

const OPTIMIZED: CachePolicy = {
  minTtlSeconds: 1,
  defaultTtlSeconds: 86_400,
  maxTtlSeconds: YEAR_SECONDS,
  headers: [],
  cookies: NONE,
  query: NONE,
  gzip: true,
  brotli: true,
};

const ORIGIN_CONTROLLED: CachePolicy = {
  ...OPTIMIZED,
  minTtlSeconds: 0,
  defaultTtlSeconds: 0,
  headers: ['host', 'origin', 'x-http-method', 'x-http-method-override', 'x-method-override'],
  cookies: ALL,
};

/** AWS's managed cache policies by id. */
export const MANAGED_CACHE_POLICIES: Readonly<Record<string, CachePolicy>> = {
  // CachingOptimized
  '658327ea-f89d-4fab-a63d-7e88639e58f6': OPTIMIZED,
  // CachingOptimizedForUncompressedObjects
  'b2884449-e4de-46a7-ac36-70bc7f1ddd6d': { ...OPTIMIZED, gzip: false, brotli: false },
  // CachingDisabled
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': {
    ...OPTIMIZED,
    minTtlSeconds: 0,
    defaultTtlSeconds: 0,
    maxTtlSeconds: 0,
    gzip: false,
    brotli: false,
  },
  // UseOriginCacheControlHeaders
  '83da9c7e-98b4-4e11-a168-04f0df8e2c65': ORIGIN_CONTROLLED,
  // UseOriginCacheControlHeaders-QueryStrings
  '4cc15a8a-d715-48a4-82b8-cc0b614638fe': { ...ORIGIN_CONTROLLED, query: ALL },
};

/** CloudFront's own headers that `AllViewerAndCloudFrontHeaders-2022-06` adds. */
export const CLOUDFRONT_HEADERS_2022_06 = [
  'cloudfront-forwarded-proto',
  'cloudfront-is-android-viewer',
  'cloudfront-is-desktop-viewer',
  'cloudfront-is-ios-viewer',
  'cloudfront-is-mobile-viewer',
  'cloudfront-is-smarttv-viewer',
  'cloudfront-is-tablet-viewer',
  'cloudfront-viewer-address',
  'cloudfront-viewer-asn',
  'cloudfront-viewer-city',
  'cloudfront-viewer-country',
  'cloudfront-viewer-country-name',
  'cloudfront-viewer-country-region',
  'cloudfront-viewer-country-region-name',
  'cloudfront-viewer-http-version',
  'cloudfront-viewer-latitude',
  'cloudfront-viewer-longitude',
  'cloudfront-viewer-metro-code',
  'cloudfront-viewer-postal-code',
  'cloudfront-viewer-time-zone',
  'cloudfront-viewer-tls',
];

const EVERYTHING: OriginRequestPolicy = {
  headers: ALL,
  cloudfrontHeaders: [],
  cookies: ALL,
  query: ALL,
};

const NOTHING: OriginRequestPolicy = {
  headers: NONE,
  cloudfrontHeaders: [],
  cookies: NONE,
  query: NONE,
};

const only = (...names: string[]): Selection => ({ kind: 'only', names });

/** AWS's managed origin request policies by id. */
export const MANAGED_ORIGIN_REQUEST_POLICIES: Readonly<Record<string, OriginRequestPolicy>> = {
  // AllViewer
  '216adef6-5c7f-47e4-b989-5492eafa07d3': EVERYTHING,
  // AllViewerExceptHostHeader
  'b689b0a8-53d0-40ab-baf2-68738e2966ac': {
    ...EVERYTHING,
    headers: { kind: 'except', names: ['host'] },
  },
  // AllViewerAndCloudFrontHeaders-2022-06
  '33f36d7e-f396-46d9-90e0-52428a34d9dc': {
    ...EVERYTHING,
    cloudfrontHeaders: CLOUDFRONT_HEADERS_2022_06,
  },
  // CORS-CustomOrigin
  '59781a5b-3903-41f3-afcb-af62929ccde1': { ...NOTHING, headers: only('origin') },
  // CORS-S3Origin
  '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf': {
    ...NOTHING,
    headers: only('origin', 'access-control-request-headers', 'access-control-request-method'),
  },
  // UserAgentRefererHeaders
  'acba4595-bd28-49b8-b9fe-13317c0390fa': { ...NOTHING, headers: only('user-agent', 'referer') },
};
