import type { Document, GatewayResponseDefinition } from './openapi';

/** Refusals that API Gateway makes itself, with the status and message it gives when nothing is configured. */
const DEFAULTS = {
  BAD_REQUEST_BODY: [400, 'Invalid request body', 'BadRequestException'],
  BAD_REQUEST_PARAMETERS: [400, 'Missing required request parameters', 'BadRequestException'],
  MISSING_AUTHENTICATION_TOKEN: [
    403,
    'Missing Authentication Token',
    'MissingAuthenticationTokenException',
  ],
  INVALID_API_KEY: [403, 'Forbidden', 'ForbiddenException'],
  QUOTA_EXCEEDED: [429, 'Limit Exceeded', 'LimitExceededException'],
  REQUEST_TOO_LARGE: [413, 'Request Entity Too Large', 'RequestTooLargeException'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'Unsupported Media Type', 'BadRequestException'],
  THROTTLED: [429, 'Too Many Requests', 'TooManyRequestsException'],
  INTEGRATION_TIMEOUT: [504, 'Endpoint request timed out', 'InternalServerErrorException'],
  DEFAULT_5XX: [502, 'Internal server error', 'InternalServerErrorException'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ResponseType = keyof typeof DEFAULTS;

/** `$context` of a refusal, as its templates see it. */
export interface RefusalContext {
  requestId: string;
  stage: string;
  path: string;
  httpMethod: string;
  resourcePath: string;
  sourceIp: string;
}

export interface Refusal {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** The answer to a request that does not reach the integration, by the API's gateway responses. */
export function refuse(
  document: Document,
  type: ResponseType,
  context: RefusalContext,
  error: { message?: string; detail?: string } = {},
): Refusal {
  const [status, defaultMessage, errorType] = DEFAULTS[type];
  const configured = definitionOf(document, type, status);
  const message = error.message ?? defaultMessage;
  const variables: Record<string, string> = {
    'error.message': message,
    'error.messageString': JSON.stringify(message),
    'error.responseType': type,
    'error.validationErrorString': error.detail ?? '',
    requestId: context.requestId,
    extendedRequestId: context.requestId,
    stage: context.stage,
    path: context.path,
    httpMethod: context.httpMethod,
    resourcePath: context.resourcePath,
    'identity.sourceIp': context.sourceIp,
  };
  const [contentType, template] = templateOf(configured);
  return {
    status: configured.statusCode === undefined ? status : Number(configured.statusCode),
    headers: {
      'content-type': contentType,
      'x-amzn-errortype': errorType,
      ...headersOf(configured, variables),
    },
    body: fill(template, variables),
  };
}

function definitionOf(
  document: Document,
  type: ResponseType,
  status: number,
): GatewayResponseDefinition {
  const responses = document['x-amazon-apigateway-gateway-responses'] ?? {};
  return responses[type] ?? responses[status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX'] ?? {};
}

function templateOf({ responseTemplates = {} }: GatewayResponseDefinition): [string, string] {
  const [first] = Object.entries(responseTemplates);
  const json = responseTemplates['application/json'];
  if (json !== undefined) return ['application/json', json];
  return first ?? ['application/json', '{"message":$context.error.messageString}'];
}

/** `gatewayresponse.header.X` → a quoted literal or a `context` variable. */
function headersOf(
  { responseParameters = {} }: GatewayResponseDefinition,
  variables: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(responseParameters).map(([key, value]) => [
      key.replace('gatewayresponse.header.', '').toLowerCase(),
      value.startsWith("'") ? value.slice(1, -1) : (variables[value.replace('context.', '')] ?? ''),
    ]),
  );
}

/** Gateway response templates know variables and nothing else. */
function fill(template: string, variables: Record<string, string>): string {
  return template.replace(/\$context\.([a-zA-Z]+(?:\.[a-zA-Z]+)*)/g, (match, name: string) =>
    name in variables ? (variables[name] ?? '') : match,
  );
}
