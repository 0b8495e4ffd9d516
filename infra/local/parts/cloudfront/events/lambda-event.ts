import type { OriginConfig } from '../config/types';
import type { HeaderMap } from '../http/headers';
import type { EdgeRequest, EdgeResponse } from '../http/messages';
import { isHidden } from './header-rules';

/** Headers in the shape of Lambda@Edge. */
export type LambdaHeaders = Record<string, { key?: string; value: string }[]>;

export interface LambdaOrigin {
  domainName: string;
  path: string;
  customHeaders: LambdaHeaders;
  [setting: string]: unknown;
}

export interface LambdaRequest {
  clientIp: string;
  method: string;
  uri: string;
  querystring: string;
  headers: LambdaHeaders;
  origin?: { custom?: LambdaOrigin; s3?: LambdaOrigin };
}

export interface LambdaResponse {
  status: string | number;
  statusDescription?: string;
  headers?: LambdaHeaders;
  body?: string;
  bodyEncoding?: 'text' | 'base64';
}

const capitalized = (name: string) => name.replace(/(^|-)([a-z])/g, (part) => part.toUpperCase());

/** Headers as a function sees them: without those CloudFront hides. */
export function toLambdaHeaders(headers: HeaderMap): LambdaHeaders {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !isHidden(name))
      .map(([name, values]) => [name, values.map((value) => ({ key: capitalized(name), value }))]),
  );
}

/** Headers as a function returned them, with the hidden ones of before. */
export function fromLambdaHeaders(headers: LambdaHeaders, before: HeaderMap): HeaderMap {
  const hidden = Object.entries(before).filter(([name]) => isHidden(name));
  const shown = Object.entries(headers).map(([name, values]): [string, string[]] => [
    name,
    values.map(({ value }) => value),
  ]);
  return Object.fromEntries([...shown, ...hidden]);
}

export function toLambdaRequest(request: EdgeRequest, origin?: OriginConfig): LambdaRequest {
  const { clientIp, method, uri, querystring, headers } = request;
  return {
    clientIp,
    method,
    uri,
    querystring,
    headers: toLambdaHeaders(headers),
    ...(origin !== undefined && { origin: toLambdaOrigin(origin) }),
  };
}

function toLambdaOrigin(origin: OriginConfig): NonNullable<LambdaRequest['origin']> {
  const headers = Object.entries(origin.customHeaders).map(([name, value]) => [name, [value]]);
  const common = {
    domainName: origin.domainName,
    path: origin.path,
    customHeaders: toLambdaHeaders(Object.fromEntries(headers)),
  };
  if (origin.bucket !== undefined) {
    return { s3: { ...common, authMethod: 'none', region: '' } };
  }
  return {
    custom: {
      ...common,
      port: 443,
      protocol: 'https',
      keepaliveTimeout: 5,
      readTimeout: origin.readTimeoutSeconds,
      sslProtocols: ['TLSv1.2'],
    },
  };
}

export function toLambdaResponse({ status, headers }: EdgeResponse): LambdaResponse {
  return { status: String(status), statusDescription: '', headers: toLambdaHeaders(headers) };
}

/** The response a function returned; its body replaces the one before when it names one. */
export function fromLambdaResponse(result: LambdaResponse, before?: EdgeResponse): EdgeResponse {
  const encoding = result.bodyEncoding === 'base64' ? 'base64' : 'utf8';
  const own = result.body === undefined ? undefined : Buffer.from(result.body, encoding);
  return {
    status: Number(result.status),
    headers: fromLambdaHeaders(result.headers ?? {}, before?.headers ?? {}),
    body: own ?? before?.body ?? Buffer.alloc(0),
  };
}
