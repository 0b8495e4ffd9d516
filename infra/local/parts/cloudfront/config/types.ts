export type ViewerEvent = 'viewer-request' | 'viewer-response';
export type EdgeEvent = ViewerEvent | 'origin-request' | 'origin-response';

/** Which of a kind of value count; names in lower case for headers. */
export type Selection =
  | { kind: 'none' }
  | { kind: 'all' }
  | { kind: 'only'; names: readonly string[] }
  | { kind: 'except'; names: readonly string[] };

export interface CachePolicy {
  minTtlSeconds: number;
  defaultTtlSeconds: number;
  maxTtlSeconds: number;
  headers: readonly string[];
  cookies: Selection;
  query: Selection;
  gzip: boolean;
  brotli: boolean;
}

export interface OriginRequestPolicy {
  /** Headers of the viewer that are forwarded. */
  headers: Selection;
  /** CloudFront's own headers that are added. */
  cloudfrontHeaders: readonly string[];
  cookies: Selection;
  query: Selection;
}

export interface PolicyHeader {
  name: string;
  value: string;
  override: boolean;
}

export interface CorsPolicy {
  allowOrigins: readonly string[];
  allowMethods: readonly string[];
  allowHeaders: readonly string[];
  exposeHeaders: readonly string[];
  allowCredentials: boolean;
  maxAgeSeconds?: number;
  override: boolean;
}

export interface ResponseHeadersPolicy {
  headers: readonly PolicyHeader[];
  remove: readonly string[];
  cors?: CorsPolicy;
}

export interface BehaviorConfig {
  /** `*` for the default behaviour. */
  pattern: string;
  methods: readonly string[];
  /** An origin or an origin group. */
  targetId: string;
  compress: boolean;
  cachePolicy: CachePolicy;
  originRequestPolicy?: OriginRequestPolicy;
  responseHeadersPolicy?: ResponseHeadersPolicy;
  /** ARNs of CloudFront Functions. */
  functions: Partial<Record<ViewerEvent, string>>;
  /** ARNs of Lambda@Edge functions. */
  lambdas: Partial<Record<EdgeEvent, string>>;
}

export interface OriginConfig {
  id: string;
  domainName: string;
  path: string;
  customHeaders: Readonly<Record<string, string>>;
  readTimeoutSeconds: number;
  /** Set for S3 origins. */
  bucket?: string;
}

export interface OriginGroupConfig {
  id: string;
  /** Tried in this order. */
  memberIds: readonly string[];
  failoverStatuses: readonly number[];
}

export interface ErrorResponse {
  minTtlSeconds: number;
  status?: number;
  pagePath?: string;
}

export interface FunctionConfig {
  arn: string;
  name: string;
  code: string;
  storeArn?: string;
}

export interface LambdaConfig {
  arn: string;
  name: string;
  codeDir: string;
  /** `file.export`. */
  handler: string;
}

export interface StoreConfig {
  arn: string;
  name: string;
}

/** A distribution with everything it refers to, values resolved. */
export interface DistributionConfig {
  id: string;
  domainName: string;
  defaultRootObject: string;
  /** In the order they are tried; the default comes last. */
  behaviors: readonly BehaviorConfig[];
  origins: readonly OriginConfig[];
  originGroups: readonly OriginGroupConfig[];
  errorResponses: ReadonlyMap<number, ErrorResponse>;
  /** Header of origins' answers that carries cache tags; without it no answer has any. */
  cacheTagHeader?: string;
  functions: readonly FunctionConfig[];
  lambdas: readonly LambdaConfig[];
  stores: readonly StoreConfig[];
}
