import { NEAR_PLACE_HEADER } from '@marketplace/services/domain/near';
import {
  MARKET_HEADER,
  MARKET_PATH_HEADER,
  OVERRIDE_HEADER,
  OVERRIDE_SESSION_HEADER,
  RELEASES_HEADER,
} from '@marketplace/services/domain/releases';
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

const COUNTRY = 'CloudFront-Viewer-Country';
const PLACE = [
  COUNTRY,
  'CloudFront-Viewer-City',
  'CloudFront-Viewer-Latitude',
  'CloudFront-Viewer-Longitude',
  'CloudFront-Viewer-Time-Zone',
];

/** The body of a write, and the proof that one of our own pages sent it. */
const SAME_ORIGIN_WRITE = ['Content-Type', 'Origin', 'Sec-Fetch-Site'];

/** What a page that is not shared reads of a request, beside its cookies: writes, their origin, and navigation. */
const PAGE_REQUEST = [
  ...SAME_ORIGIN_WRITE,
  'User-Agent',
  'RSC',
  'Next-Router-Prefetch',
  'Next-Router-State-Tree',
];

/** By which a browser says who sends a request, and from which page. Cookies have a rule of their own. */
const ABOUT_THE_VISITOR = ['Authorization', 'User-Agent', 'Referer', 'Accept-Language'];

/**
 * What is in a cache key, and what reaches an origin beside it. The shell gets lists of names, at most ten:
 * what a viewer sends beyond them ends at the edge. The APIs get all but a list, and the host is always the origin's own.
 */
export class EdgePolicies extends Construct {
  /**
   * The whole cache key of a page: market, whether its address names that, releases, kind of answer, the query that the viewer-router left,
   * and a team member's override, which keeps such a page to itself.
   */
  readonly publicPage: CachePolicy;
  /** Market, whether the page's address names that, and rounded place: nothing else is known of who asks for a fragment. */
  readonly fragment: CachePolicy;
  /** Nothing that is not in the key, but for the place, which origin-personalize takes off again. */
  readonly toPublicPage: OriginRequestPolicy;
  /** As the viewer-router set them, and the visitor's cookies. */
  readonly toOpenPage: OriginRequestPolicy;
  /** The country from which origin-personalize makes the market, and the visitor's cookies. */
  readonly toLockedPage: OriginRequestPolicy;
  /**
   * Public reads and reports of browsers: all that is not about who asks. That API Gateway compresses needs
   * `Accept-Encoding`, which no list of what is sent may name.
   */
  readonly toPublicApi: OriginRequestPolicy;
  /** Everything but the host, which API Gateway wants to be its own. */
  readonly toApi: OriginRequestPolicy;

  constructor(scope: Construct, id: string, props: { prefix: string }) {
    super(scope, id);
    this.publicPage = new CachePolicy(this, 'PublicPage', {
      cachePolicyName: `${props.prefix}-public-page`,
      headerBehavior: CacheHeaderBehavior.allowList(
        MARKET_HEADER,
        MARKET_PATH_HEADER,
        RELEASES_HEADER,
        OVERRIDE_HEADER,
        OVERRIDE_SESSION_HEADER,
        'x-nextjs-data',
      ),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      cookieBehavior: CacheCookieBehavior.none(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(1),
    });
    this.fragment = new CachePolicy(this, 'Fragment', {
      cachePolicyName: `${props.prefix}-fragment`,
      headerBehavior: CacheHeaderBehavior.allowList(
        MARKET_HEADER,
        MARKET_PATH_HEADER,
        NEAR_PLACE_HEADER,
      ),
      queryStringBehavior: CacheQueryStringBehavior.none(),
      cookieBehavior: CacheCookieBehavior.none(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(1),
    });
    const originRequest = (
      name: string,
      headerBehavior: OriginRequestHeaderBehavior,
      cookieBehavior: OriginRequestCookieBehavior,
    ) =>
      new OriginRequestPolicy(this, name, {
        originRequestPolicyName: `${props.prefix}-${name.replace(/\B[A-Z]/g, '-$&').toLowerCase()}`,
        headerBehavior,
        cookieBehavior,
        queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      });
    const only = OriginRequestHeaderBehavior.allowList;
    const noCookies = OriginRequestCookieBehavior.none();
    const cookies = OriginRequestCookieBehavior.all();
    this.toPublicPage = originRequest('ToPublicPage', only(...PLACE), noCookies);
    this.toOpenPage = originRequest(
      'ToOpenPage',
      only(COUNTRY, MARKET_HEADER, RELEASES_HEADER, ...PAGE_REQUEST),
      cookies,
    );
    this.toLockedPage = originRequest('ToLockedPage', only(COUNTRY, ...PAGE_REQUEST), cookies);
    const allBut = OriginRequestHeaderBehavior.denyList;
    this.toPublicApi = originRequest(
      'ToPublicApi',
      allBut('host', ...ABOUT_THE_VISITOR),
      noCookies,
    );
    this.toApi = originRequest('ToApi', allBut('host'), cookies);
  }
}
