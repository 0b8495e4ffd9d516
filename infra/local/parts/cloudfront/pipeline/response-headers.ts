import type { CorsPolicy, PolicyHeader, ResponseHeadersPolicy } from '../config/types';
import { first, type HeaderMap } from '../http/headers';
import type { EdgeRequest, EdgeResponse } from '../http/messages';

/** Applies a response headers policy: removes, sets, and answers for CORS. */
export function withPolicyHeaders(
  policy: ResponseHeadersPolicy | undefined,
  request: EdgeRequest,
  response: EdgeResponse,
): EdgeResponse {
  if (policy === undefined) return response;
  const headers: HeaderMap = { ...response.headers };
  for (const name of policy.remove) delete headers[name];
  const cors = policy.cors === undefined ? [] : corsHeaders(policy.cors, request);
  for (const { name, value, override } of [...policy.headers, ...cors]) {
    if (override || headers[name] === undefined) headers[name] = [value];
  }
  return { ...response, headers };
}

function corsHeaders(cors: CorsPolicy, { method, headers }: EdgeRequest): PolicyHeader[] {
  const origin = first(headers, 'origin');
  if (origin === undefined || !cors.allowOrigins.some((allowed) => fits(allowed, origin)))
    return [];
  const isAny = cors.allowOrigins.includes('*') && !cors.allowCredentials;
  const isPreflight =
    method === 'OPTIONS' && first(headers, 'access-control-request-method') !== undefined;
  const allowHeaders = cors.allowHeaders.includes('*')
    ? (first(headers, 'access-control-request-headers') ?? '*')
    : cors.allowHeaders.join(', ');
  const values: [string, string | undefined][] = [
    ['access-control-allow-origin', isAny ? '*' : origin],
    ['access-control-allow-credentials', cors.allowCredentials ? 'true' : undefined],
    ['access-control-expose-headers', cors.exposeHeaders.join(', ') || undefined],
    ['access-control-allow-methods', isPreflight ? methodsOf(cors) : undefined],
    ['access-control-allow-headers', isPreflight ? allowHeaders : undefined],
    ['access-control-max-age', isPreflight ? cors.maxAgeSeconds?.toString() : undefined],
    ['vary', isAny ? undefined : 'Origin'],
  ];
  return values.flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value, override: cors.override }],
  );
}

function methodsOf({ allowMethods }: CorsPolicy): string {
  const all = ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS'];
  return (allowMethods.includes('ALL') ? all : allowMethods).join(', ');
}

/** An allowed origin may hold one `*` for any part of the host. */
function fits(allowed: string, origin: string): boolean {
  if (allowed === '*') return true;
  const source = allowed.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
  return new RegExp(`^(?:https?://)?${source}$`).test(origin);
}
