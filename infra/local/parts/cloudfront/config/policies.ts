import { MANAGED_CACHE_POLICIES, MANAGED_ORIGIN_REQUEST_POLICIES } from './managed-policies';
import type {
  CachePolicy,
  CorsPolicy,
  OriginRequestPolicy,
  PolicyHeader,
  ResponseHeadersPolicy,
  Selection,
} from './types';
import {
  flagAt,
  numberAt,
  objectAt,
  objectsAt,
  type Properties,
  selectionOf,
  textAt,
  textsAt,
} from './values';

/** Finds the properties of a policy of the template by its id. */
export type FindPolicy = (type: string, id: string) => Properties | undefined;

const lower = (names: string[]) => names.map((name) => name.toLowerCase());
const DAY_SECONDS = 86_400;

/** The cache policy with an id, the template's own or a managed one. */
export function cachePolicyOf(id: string, find: FindPolicy): CachePolicy {
  const properties = find('AWS::CloudFront::CachePolicy', id);
  if (properties === undefined) return managed(MANAGED_CACHE_POLICIES, id);
  const config = objectAt(properties, 'CachePolicyConfig');
  const key = objectAt(config, 'ParametersInCacheKeyAndForwardedToOrigin');
  return {
    minTtlSeconds: numberAt(config, 'MinTTL', 0),
    defaultTtlSeconds: numberAt(config, 'DefaultTTL', DAY_SECONDS),
    maxTtlSeconds: numberAt(config, 'MaxTTL', 365 * DAY_SECONDS),
    headers: lower(textsAt(objectAt(key, 'HeadersConfig'), 'Headers')),
    cookies: cookiesOf(key),
    query: queryOf(key),
    gzip: flagAt(key, 'EnableAcceptEncodingGzip'),
    brotli: flagAt(key, 'EnableAcceptEncodingBrotli'),
  };
}

/** The origin request policy with an id, the template's own or a managed one. */
export function originRequestPolicyOf(id: string, find: FindPolicy): OriginRequestPolicy {
  const properties = find('AWS::CloudFront::OriginRequestPolicy', id);
  if (properties === undefined) return managed(MANAGED_ORIGIN_REQUEST_POLICIES, id);
  const config = objectAt(properties, 'OriginRequestPolicyConfig');
  const headers = objectAt(config, 'HeadersConfig');
  const names = lower(textsAt(headers, 'Headers'));
  const behavior = textAt(headers, 'HeaderBehavior');
  const isAllViewer = behavior === 'allViewer' || behavior === 'allViewerAndWhitelistCloudFront';
  return {
    headers: isAllViewer ? { kind: 'all' } : selectionOf(behavior, names),
    cloudfrontHeaders:
      behavior === 'allExcept' ? [] : names.filter((name) => name.startsWith('cloudfront-')),
    cookies: cookiesOf(config),
    query: queryOf(config),
  };
}

function cookiesOf(owner: Properties): Selection {
  const config = objectAt(owner, 'CookiesConfig');
  return selectionOf(textAt(config, 'CookieBehavior'), textsAt(config, 'Cookies'));
}

function queryOf(owner: Properties): Selection {
  const config = objectAt(owner, 'QueryStringsConfig');
  return selectionOf(textAt(config, 'QueryStringBehavior'), textsAt(config, 'QueryStrings'));
}

/** The response headers policy with an id; managed ones are not simulated. */
export function responseHeadersPolicyOf(id: string, find: FindPolicy): ResponseHeadersPolicy {
  const properties = find('AWS::CloudFront::ResponseHeadersPolicy', id);
  if (properties === undefined) throw new Error(`Response headers policy ${id} is not known.`);
  const config = objectAt(properties, 'ResponseHeadersPolicyConfig');
  const custom = objectsAt(objectAt(config, 'CustomHeadersConfig'), 'Items').map((item) => ({
    name: textAt(item, 'Header').toLowerCase(),
    value: textAt(item, 'Value'),
    override: flagAt(item, 'Override'),
  }));
  const removed = objectsAt(objectAt(config, 'RemoveHeadersConfig'), 'Items');
  const cors = objectAt(config, 'CorsConfig');
  return {
    headers: [...securityHeaders(objectAt(config, 'SecurityHeadersConfig')), ...custom],
    remove: removed.map((item) => textAt(item, 'Header').toLowerCase()),
    ...(Object.keys(cors).length > 0 && { cors: corsOf(cors) }),
  };
}

function securityHeaders(config: Properties): PolicyHeader[] {
  const hsts = objectAt(config, 'StrictTransportSecurity');
  const xss = objectAt(config, 'XSSProtection');
  const values: [string, string, (part: Properties) => string][] = [
    ['ContentSecurityPolicy', 'content-security-policy', (p) => textAt(p, 'ContentSecurityPolicy')],
    ['ContentTypeOptions', 'x-content-type-options', () => 'nosniff'],
    ['FrameOptions', 'x-frame-options', (p) => textAt(p, 'FrameOption')],
    ['ReferrerPolicy', 'referrer-policy', (p) => textAt(p, 'ReferrerPolicy')],
    ['StrictTransportSecurity', 'strict-transport-security', () => hstsValue(hsts)],
    ['XSSProtection', 'x-xss-protection', () => xssValue(xss)],
  ];
  return values
    .filter(([key]) => config[key] !== undefined)
    .map(([key, name, value]) => {
      const part = objectAt(config, key);
      return { name, value: value(part), override: flagAt(part, 'Override') };
    });
}

function hstsValue(hsts: Properties): string {
  const parts = [`max-age=${textAt(hsts, 'AccessControlMaxAgeSec')}`];
  if (flagAt(hsts, 'IncludeSubdomains')) parts.push('includeSubDomains');
  if (flagAt(hsts, 'Preload')) parts.push('preload');
  return parts.join('; ');
}

function xssValue(xss: Properties): string {
  if (!flagAt(xss, 'Protection')) return '0';
  return flagAt(xss, 'ModeBlock') ? '1; mode=block' : '1';
}

function corsOf(config: Properties): CorsPolicy {
  const maxAge = config.AccessControlMaxAgeSec;
  return {
    allowOrigins: textsAt(config, 'AccessControlAllowOrigins'),
    allowMethods: textsAt(config, 'AccessControlAllowMethods'),
    allowHeaders: textsAt(config, 'AccessControlAllowHeaders'),
    exposeHeaders: textsAt(config, 'AccessControlExposeHeaders'),
    allowCredentials: flagAt(config, 'AccessControlAllowCredentials'),
    ...(maxAge !== undefined && { maxAgeSeconds: Number(maxAge) }),
    override: flagAt(config, 'OriginOverride'),
  };
}

function managed<Policy>(policies: Readonly<Record<string, Policy>>, id: string): Policy {
  const policy = policies[id];
  if (policy === undefined) throw new Error(`Policy ${id} is neither in the template nor managed.`);
  return policy;
}
