import { PROTECTED_PATTERNS } from '@marketplace/services/domain/identity';
import { NEAR_PATH } from '@marketplace/services/domain/near';
import {
  type AddBehaviorOptions,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  type EdgeLambda as EdgeAssociation,
  type FunctionAssociation,
  type IResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { ASSET_PREFIXES, SLICE_PREFIXES } from '../../names';
import type { MarketplaceOrigins } from './origins';
import type { EdgePolicies } from './policies';

export interface BehaviorParts {
  origins: MarketplaceOrigins;
  policies: EdgePolicies;
  headers: IResponseHeadersPolicy;
  /** CloudFront Functions of public pages, on both viewer events. */
  viewerFunctions: FunctionAssociation[];
  /** Lambda@Edge; never on one behaviour with a CloudFront Function on a viewer event. */
  lock: EdgeAssociation;
  personalize: EdgeAssociation;
  cacheResponse: EdgeAssociation;
  nearYou: EdgeAssociation;
}

/** A page and the data request by which Next fetches it on navigation. */
const withTwin = (path: string) => [path, `/_next/data/*${path}`];

/** Which path goes where, in the order CloudFront tries them, and the pages everything else belongs to. */
export function marketplaceBehaviors(parts: BehaviorParts) {
  const { origins, policies, viewerFunctions } = parts;
  const common = {
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    responseHeadersPolicy: parts.headers,
    compress: true,
  } satisfies AddBehaviorOptions;
  const files = { ...common, cachePolicy: CachePolicy.CACHING_OPTIMIZED };
  const uncached = {
    ...common,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
  };
  const uncachedPage = { ...uncached, origin: origins.shell };
  const api = { ...uncached, originRequestPolicy: policies.toApi };

  const page: BehaviorOptions = {
    ...common,
    origin: origins.pages,
    cachePolicy: policies.publicPage,
    originRequestPolicy: policies.toPublicPage,
    functionAssociations: viewerFunctions,
    edgeLambdas: [parts.personalize, parts.cacheResponse],
  };
  const nearYou: BehaviorOptions = {
    ...common,
    origin: origins.fragments,
    cachePolicy: policies.fragment,
    originRequestPolicy: policies.toPublicPage,
    functionAssociations: viewerFunctions,
    edgeLambdas: [parts.nearYou],
  };
  const openPage: BehaviorOptions = {
    ...uncachedPage,
    originRequestPolicy: policies.toOpenPage,
    functionAssociations: viewerFunctions,
  };
  const lockedPage: BehaviorOptions = {
    ...uncachedPage,
    originRequestPolicy: policies.toLockedPage,
    edgeLambdas: [parts.lock, parts.personalize],
  };
  const lockedApi: BehaviorOptions = {
    ...api,
    origin: origins.provider,
    edgeLambdas: [parts.lock],
  };
  const publicApi: BehaviorOptions = {
    ...uncached,
    origin: origins.catalog,
    originRequestPolicy: policies.toPublicApi,
    functionAssociations: viewerFunctions.slice(0, 1),
  };
  const each = (patterns: readonly string[], behavior: BehaviorOptions) =>
    patterns.map((pattern) => [pattern, behavior] as const);

  const additional: Record<string, BehaviorOptions> = Object.fromEntries([
    [`/${SLICE_PREFIXES.browser}*`, { ...files, origin: origins.slices }],
    [`/${ASSET_PREFIXES.media}*`, { ...files, origin: origins.assets }],
    ['/_next/static/*', { ...files, origin: origins.shell }],
    [NEAR_PATH, nearYou],
    ...each(
      PROTECTED_PATTERNS.filter((pattern) => !pattern.startsWith('/api/')),
      lockedPage,
    ),
    ...each(
      PROTECTED_PATTERNS.filter((pattern) => pattern.startsWith('/api/')),
      lockedApi,
    ),
    ['/api/catalog/*', publicApi],
    ['/api/booking/*', { ...api, origin: origins.booking }],
    ['/api/payments/*', { ...api, origin: origins.payments }],
    // No service is here: API Gateway answers with a problem document where the shell would with a page.
    ['/api/*', { ...api, origin: origins.catalog }],
    ...each(['/auth/*', '/legal/*', ...withTwin('/b/*')], openPage),
  ]);
  return { page, additional };
}
