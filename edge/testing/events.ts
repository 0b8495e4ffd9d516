import type { CloudFrontHeaders, CloudFrontRequest, CloudFrontRequestEvent } from 'aws-lambda';
import type { ViewerRequestEvent } from '../shared/function-event';

interface Viewer {
  path: string;
  query?: string;
  headers?: Record<string, string>;
  method?: string;
  ip?: string;
}

/** A viewer-request event as CloudFront Functions get it. */
export function functionEvent({ path, query, headers, method, ip }: Viewer): ViewerRequestEvent {
  const { cookie, ...rest } = headers ?? {};
  const pairs = [...new URLSearchParams(query ?? '')];
  const querystring: ViewerRequestEvent['request']['querystring'] = {};
  for (const [name, value] of pairs) {
    const all = pairs.filter(([other]) => other === name).map(([, each]) => ({ value: each }));
    querystring[name] = {
      value: all[0]?.value ?? value,
      ...(all.length > 1 && { multiValue: all }),
    };
  }
  return {
    viewer: { ip: ip ?? '203.0.113.7' },
    request: {
      method: method ?? 'GET',
      uri: path,
      querystring,
      headers: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, { value }])),
      cookies: Object.fromEntries(
        (cookie ?? '')
          .split('; ')
          .filter(Boolean)
          .map((pair) => pair.split('='))
          .map(([name, value]) => [name ?? '', { value: value ?? '' }]),
      ),
    },
  };
}

/** A request event as Lambda@Edge gets it. */
export function lambdaEvent({ path, query, headers, method }: Viewer): CloudFrontRequestEvent {
  const request: CloudFrontRequest = {
    clientIp: '203.0.113.7',
    method: method ?? 'GET',
    uri: path,
    querystring: query ?? '',
    headers: lambdaHeaders(headers ?? {}),
  };
  const config = {
    distributionDomainName: 'd.cloudfront.net',
    distributionId: 'E',
    eventType: 'viewer-request',
    requestId: 'r',
  } as const;
  return { Records: [{ cf: { config, request } }] };
}

/** Plain headers in the shape of Lambda@Edge. */
export function lambdaHeaders(headers: Record<string, string>): CloudFrontHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [{ key: name, value }]]),
  );
}
