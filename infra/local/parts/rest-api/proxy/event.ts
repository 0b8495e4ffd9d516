import type { IncomingMessage } from 'node:http';
import { LOCAL_ACCOUNT } from '../../../client';
import type { Match } from '../router';

export interface ProxyRequest {
  apiId: string;
  stage: string;
  /** Path below the stage, still encoded. */
  path: string;
  query: URLSearchParams;
  match: Match;
  body: Buffer;
  requestId: string;
  sourceIp: string;
  traceId: string;
  /** The content type is one that the API treats as binary. */
  isBinary: boolean;
}

type Multi = Record<string, string[]>;

/** The event of a REST API's Lambda proxy integration (payload version 1.0). */
export function proxyEvent(request: IncomingMessage, given: ProxyRequest): object {
  const headers = headersOf(request, given);
  const query = queryOf(given.query);
  const { pathParameters, route } = given.match;
  return {
    resource: route.resource,
    path: given.path,
    httpMethod: request.method ?? 'GET',
    headers: lastOf(headers),
    multiValueHeaders: headers,
    queryStringParameters: orNull(lastOf(query)),
    multiValueQueryStringParameters: orNull(query),
    pathParameters: orNull(pathParameters),
    stageVariables: null,
    requestContext: requestContext(request, given),
    body: bodyOf(given),
    isBase64Encoded: given.body.length > 0 && given.isBinary,
  };
}

function requestContext(request: IncomingMessage, given: ProxyRequest): object {
  const now = new Date();
  const userAgent = request.headers['user-agent'] ?? null;
  return {
    accountId: LOCAL_ACCOUNT,
    apiId: given.apiId,
    domainName: request.headers.host ?? null,
    domainPrefix: given.apiId,
    extendedRequestId: given.requestId,
    httpMethod: request.method ?? 'GET',
    identity: {
      accessKey: null,
      accountId: null,
      caller: null,
      cognitoAuthenticationProvider: null,
      cognitoAuthenticationType: null,
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      principalOrgId: null,
      sourceIp: given.sourceIp,
      user: null,
      userAgent,
      userArn: null,
    },
    path: `/${given.stage}${given.path}`,
    protocol: `HTTP/${request.httpVersion}`,
    requestId: given.requestId,
    requestTime: requestTime(now),
    requestTimeEpoch: now.getTime(),
    resourceId: given.match.route.resource,
    resourcePath: given.match.route.resource,
    stage: given.stage,
  };
}

/** Header names keep the case they came in; API Gateway adds where the request came from and its trace. */
function headersOf(request: IncomingMessage, given: ProxyRequest): Multi {
  const headers: Multi = {};
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const name = request.rawHeaders[index] ?? '';
    headers[name] = [...(headers[name] ?? []), request.rawHeaders[index + 1] ?? ''];
  }
  const forwarded = Object.keys(headers).find((name) => name.toLowerCase() === 'x-forwarded-for');
  const hops = forwarded === undefined ? [] : (headers[forwarded] ?? []);
  for (const name of Object.keys(headers)) {
    if (/^(x-forwarded-(for|port|proto)|x-amzn-trace-id)$/i.test(name)) delete headers[name];
  }
  return {
    ...headers,
    'X-Forwarded-For': [[...hops, given.sourceIp].join(', ')],
    'X-Forwarded-Port': ['443'],
    'X-Forwarded-Proto': ['https'],
    'X-Amzn-Trace-Id': [given.traceId],
  };
}

function queryOf(query: URLSearchParams): Multi {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}

function bodyOf({ body, isBinary }: ProxyRequest): string | null {
  if (body.length === 0) return null;
  return body.toString(isBinary ? 'base64' : 'utf8');
}

const lastOf = (values: Multi): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.at(-1) ?? '']));

const orNull = <T extends object>(values: T): T | null =>
  Object.keys(values).length > 0 ? values : null;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `09/Apr/2026:12:34:56 +0000` */
function requestTime(now: Date): string {
  const [date = '', time = ''] = now.toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
}
