import { Duration } from 'aws-cdk-lib';
import {
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';

const VIEWER_PLACE_HEADERS = [
  'CloudFront-Viewer-Country',
  'CloudFront-Viewer-City',
  'CloudFront-Viewer-Latitude',
  'CloudFront-Viewer-Longitude',
  'CloudFront-Viewer-Time-Zone',
];

/** What is in a cache key, and what reaches an origin beside it. */
export class EdgePolicies extends Construct {
  /** Market, releases, kind of answer and the query that the viewer-router left: the whole cache key of a page. */
  readonly publicPage: CachePolicy;
  /** A public page's origin learns nothing that is not in the key, but for the place origin-personalize takes off again. */
  readonly toPublicPage: OriginRequestPolicy;
  /** Everything, and the place. Host comes along and origin-personalize puts the origin's in its stead. */
  readonly toUncachedPage: OriginRequestPolicy;
  /** Public reads: market (which the viewer-router makes from the country) and query, nothing of the visitor. */
  readonly toPublicApi: OriginRequestPolicy;
  /** Everything but the host, which API Gateway wants to be its own. */
  readonly toApi: OriginRequestPolicy;

  constructor(scope: Construct, id: string, props: { prefix: string }) {
    super(scope, id);
    this.publicPage = new CachePolicy(this, 'PublicPage', {
      cachePolicyName: `${props.prefix}-public-page`,
      headerBehavior: CacheHeaderBehavior.allowList('x-market', 'x-mf-releases', 'x-nextjs-data'),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      cookieBehavior: CacheCookieBehavior.none(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(1),
    });
    this.toPublicPage = new OriginRequestPolicy(this, 'ToPublicPage', {
      originRequestPolicyName: `${props.prefix}-to-public-page`,
      headerBehavior: OriginRequestHeaderBehavior.allowList(...VIEWER_PLACE_HEADERS),
      queryStringBehavior: OriginRequestQueryStringBehavior.none(),
      cookieBehavior: OriginRequestCookieBehavior.none(),
    });
    this.toUncachedPage = new OriginRequestPolicy(this, 'ToUncachedPage', {
      originRequestPolicyName: `${props.prefix}-to-uncached-page`,
      headerBehavior: OriginRequestHeaderBehavior.all(...VIEWER_PLACE_HEADERS),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      cookieBehavior: OriginRequestCookieBehavior.all(),
    });
    this.toPublicApi = new OriginRequestPolicy(this, 'ToPublicApi', {
      originRequestPolicyName: `${props.prefix}-to-public-api`,
      headerBehavior: OriginRequestHeaderBehavior.allowList(
        'CloudFront-Viewer-Country',
        'x-market',
        'accept',
      ),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      cookieBehavior: OriginRequestCookieBehavior.none(),
    });
    this.toApi = new OriginRequestPolicy(this, 'ToApi', {
      originRequestPolicyName: `${props.prefix}-to-api`,
      headerBehavior: OriginRequestHeaderBehavior.denyList('host'),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      cookieBehavior: OriginRequestCookieBehavior.all(),
    });
  }
}
