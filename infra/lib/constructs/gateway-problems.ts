interface Problem {
  status: number;
  code: string;
  title: string;
  /** What part of the request was refused. API Gateway has no safe way to say more. */
  refused?: 'body' | 'parameters';
  retryAfterSeconds?: number;
}

const TYPE_BASE = 'https://ecosystem.example/problems/';

/** What API Gateway says when it refuses by itself; codes are those of the services. */
const PROBLEMS: Record<string, Problem> = {
  BAD_REQUEST_BODY: {
    status: 400,
    code: 'INVALID_INPUT',
    title: 'The input is not valid',
    refused: 'body',
  },
  BAD_REQUEST_PARAMETERS: {
    status: 400,
    code: 'INVALID_INPUT',
    title: 'The input is not valid',
    refused: 'parameters',
  },
  UNAUTHORIZED: { status: 401, code: 'UNAUTHENTICATED', title: 'Sign in first' },
  ACCESS_DENIED: { status: 403, code: 'FORBIDDEN', title: 'This is not yours to do' },
  INVALID_API_KEY: {
    status: 403,
    code: 'FORBIDDEN',
    title: 'Send the key that you were given in the header x-api-key',
  },
  WAF_FILTERED: { status: 403, code: 'FORBIDDEN', title: 'This is not yours to do' },
  MISSING_AUTHENTICATION_TOKEN: { status: 404, code: 'NOT_FOUND', title: 'There is no such thing' },
  RESOURCE_NOT_FOUND: { status: 404, code: 'NOT_FOUND', title: 'There is no such thing' },
  REQUEST_TOO_LARGE: { status: 413, code: 'TOO_LARGE', title: 'The request is too large' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    title: 'The request is of a type that is not read here',
  },
  THROTTLED: { status: 429, code: 'THROTTLED', title: 'Too many requests', retryAfterSeconds: 1 },
  QUOTA_EXCEEDED: {
    status: 429,
    code: 'THROTTLED',
    title: 'Too many requests',
    retryAfterSeconds: 60,
  },
  INTEGRATION_FAILURE: {
    status: 503,
    code: 'UNAVAILABLE',
    title: 'Not able to answer now',
    retryAfterSeconds: 1,
  },
  INTEGRATION_TIMEOUT: {
    status: 503,
    code: 'UNAVAILABLE',
    title: 'Not able to answer now',
    retryAfterSeconds: 1,
  },
  DEFAULT_4XX: { status: 400, code: 'INVALID_INPUT', title: 'The input is not valid' },
  DEFAULT_5XX: { status: 500, code: 'INTERNAL', title: 'Something went wrong' },
};

/** `x-amazon-apigateway-gateway-responses`: every refusal as an RFC 9457 problem document. */
export const GATEWAY_RESPONSES = Object.fromEntries(
  Object.entries(PROBLEMS).map(([type, problem]) => [
    type,
    {
      statusCode: String(problem.status),
      responseParameters: headersOf(problem),
      responseTemplates: { 'application/json': templateOf(problem) },
    },
  ]),
);

function headersOf({ retryAfterSeconds }: Problem): Record<string, string> {
  const headers: Record<string, string> = {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  };
  if (retryAfterSeconds !== undefined) headers['Retry-After'] = String(retryAfterSeconds);
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      `gatewayresponse.header.${name}`,
      `'${value}'`,
    ]),
  );
}

/** `$context.error.messageString` comes quoted; the more telling `validationErrorString` comes unescaped and breaks JSON. */
function templateOf({ status, code, title, refused }: Problem): string {
  const type = TYPE_BASE + code.toLowerCase().replaceAll('_', '-');
  const document = JSON.stringify({ type, title, status, code });
  if (refused === undefined) return document;
  const errors = `[{"path":"${refused}","message":$context.error.messageString}]`;
  return `${document.slice(0, -1)},"errors":${errors}}`;
}
