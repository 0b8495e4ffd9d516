import type { CacheKey } from '../cache/key';
import type { BehaviorConfig, OriginConfig } from '../config/types';
import { first, type HeaderMap } from '../http/headers';
import type { EdgeRequest } from '../http/messages';
import { isSelected, selectCookies, selectQuery, union } from '../http/query';
import type { Viewer } from '../http/viewer';

const NONE = { kind: 'none' } as const;
/** Sent to the origin whatever the policies say, when the viewer sends them with a body. */
const BODY_HEADERS = ['content-type', 'content-length', 'content-encoding', 'content-language'];
const CONDITIONAL = ['if-match', 'if-modified-since', 'if-none-match', 'if-range', 'range'];
const REPLACED = new Set(['cookie', 'accept-encoding', 'host', 'user-agent', ...CONDITIONAL]);

interface OriginRequestParts {
  behavior: BehaviorConfig;
  request: EdgeRequest;
  viewer: Viewer;
  key: CacheKey;
  origin: OriginConfig;
  isCacheable: boolean;
}

/** The request as it leaves for the origin: what cache key and origin request policy name, no more. */
export function originRequestOf(parts: OriginRequestParts): EdgeRequest {
  const { behavior, request, isCacheable } = parts;
  const policy = behavior.originRequestPolicy;
  const query = union(behavior.cachePolicy.query, policy?.query ?? NONE);
  return {
    ...request,
    method: isCacheable && request.method === 'HEAD' ? 'GET' : request.method,
    querystring: selectQuery(request.querystring, query),
    headers: headersOf(parts),
  };
}

function headersOf(parts: OriginRequestParts): HeaderMap {
  const { behavior, request, viewer, key, origin, isCacheable } = parts;
  const { cachePolicy, originRequestPolicy: policy } = behavior;
  const forwards = (name: string) =>
    cachePolicy.headers.includes(name) || isSelected(policy?.headers ?? NONE, name);
  const headers: HeaderMap = {};
  for (const [name, values] of Object.entries(request.headers)) {
    const isAboutBody = request.body.length > 0 && BODY_HEADERS.includes(name);
    if (!REPLACED.has(name) && (isAboutBody || forwards(name))) headers[name] = [...values];
  }
  for (const name of [...cachePolicy.headers, ...(policy?.cloudfrontHeaders ?? [])]) {
    const own = viewer.headers[name];
    if (own !== undefined) headers[name] = [...own];
  }
  const cookies = union(cachePolicy.cookies, policy?.cookies ?? NONE);
  const sent = (name: string) => first(request.headers, name);
  const optional: Record<string, string | undefined> = {
    host: forwards('host') ? sent('host') : origin.domainName,
    'user-agent': forwards('user-agent') ? sent('user-agent') : 'Amazon CloudFront',
    cookie: selectCookies(sent('cookie'), cookies),
    'accept-encoding': acceptEncoding(parts, forwards('accept-encoding')),
    'x-forwarded-for': [sent('x-forwarded-for'), viewer.ip].filter(Boolean).join(', '),
    'x-amz-cf-id': request.requestId,
    via: '2.0 local.cloudfront.net (CloudFront)',
  };
  for (const name of isCacheable ? [] : CONDITIONAL) optional[name] = sent(name);
  for (const [name, value] of Object.entries(optional)) {
    if (value !== undefined && value !== '') headers[name] = [value];
  }
  if (key.encodings.length === 0 && isCacheable) delete headers['accept-encoding'];
  return headers;
}

/** Normalised where the policy compresses, the viewer's own where it is forwarded, else none. */
function acceptEncoding({ behavior, key, request }: OriginRequestParts, isForwarded: boolean) {
  const { gzip, brotli } = behavior.cachePolicy;
  if (gzip || brotli) return key.encodings.join(',') || undefined;
  return isForwarded ? first(request.headers, 'accept-encoding') : undefined;
}
