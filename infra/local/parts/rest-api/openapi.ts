import type { RestApiSpec } from '../../template/types';

export interface Parameter {
  name: string;
  in: 'query' | 'header' | 'path' | 'cookie';
  required?: boolean;
}

interface Validator {
  validateRequestBody?: boolean;
  validateRequestParameters?: boolean;
}

interface Operation {
  parameters?: Parameter[];
  security?: Record<string, string[]>[];
  requestBody?: { required?: boolean; content?: Record<string, { schema?: object }> };
  'x-amazon-apigateway-integration'?: { type: string; uri?: string; timeoutInMillis?: number };
  'x-amazon-apigateway-request-validator'?: string;
}

export interface GatewayResponseDefinition {
  statusCode?: string | number;
  responseParameters?: Record<string, string>;
  responseTemplates?: Record<string, string>;
}

/** An OpenAPI document with the extensions of API Gateway that the local cloud understands. */
export interface Document {
  paths: Record<string, Record<string, unknown>>;
  components?: { securitySchemes?: Record<string, { type: string; name?: string; in?: string }> };
  'x-amazon-apigateway-request-validators'?: Record<string, Validator>;
  'x-amazon-apigateway-request-validator'?: string;
  'x-amazon-apigateway-gateway-responses'?: Record<string, GatewayResponseDefinition>;
  'x-amazon-apigateway-binary-media-types'?: string[];
}

/** One method of one resource. */
export interface Route {
  /** Upper case, or ANY. */
  method: string;
  /** As the document writes it: `/things/{id}`. */
  resource: string;
  functionArn: string;
  timeoutMs: number;
  parameters: Parameter[];
  validatesBody: boolean;
  validatesParameters: boolean;
  bodyRequired: boolean;
  /** Whether who asks must hold the key of a usage plan. */
  needsKey: boolean;
  /** Content type → JSON pointer of its schema in the document. */
  schemaPointers: Record<string, string>;
}

const METHODS: Record<string, string> = {
  get: 'GET',
  put: 'PUT',
  post: 'POST',
  delete: 'DELETE',
  patch: 'PATCH',
  head: 'HEAD',
  options: 'OPTIONS',
  'x-amazon-apigateway-any-method': 'ANY',
};
const MAX_TIMEOUT_MS = 29_000;

/** The routes of an API; throws for an integration that is not a Lambda proxy. */
export function readRoutes(api: RestApiSpec): Route[] {
  const document = resolveReferences(api.body as unknown as Document);
  return Object.entries(document.paths).flatMap(([resource, item]) =>
    Object.entries(METHODS).flatMap(([key, method]) => {
      const operation = item[key] as Operation | undefined;
      if (!operation) return [];
      const shared = (item.parameters ?? []) as Parameter[];
      return [readRoute(api.name, document, resource, key, method, operation, shared)];
    }),
  );
}

function readRoute(
  apiName: string,
  document: Document,
  resource: string,
  key: string,
  method: string,
  operation: Operation,
  shared: Parameter[],
): Route {
  const integration = operation['x-amazon-apigateway-integration'];
  const functionArn = /\/functions\/(.+)\/invocations$/.exec(integration?.uri ?? '')?.[1];
  if (integration?.type.toLowerCase() !== 'aws_proxy' || functionArn === undefined) {
    throw new Error(
      `REST API ${apiName}: ${method} ${resource} has no Lambda proxy integration, and the local cloud knows no other.`,
    );
  }
  const validators = document['x-amazon-apigateway-request-validators'] ?? {};
  const name =
    operation['x-amazon-apigateway-request-validator'] ??
    document['x-amazon-apigateway-request-validator'];
  const validator = name === undefined ? undefined : validators[name];
  return {
    method,
    resource,
    functionArn,
    timeoutMs: Math.min(integration.timeoutInMillis ?? MAX_TIMEOUT_MS, MAX_TIMEOUT_MS),
    parameters: [...shared, ...(operation.parameters ?? [])],
    validatesBody: validator?.validateRequestBody === true,
    validatesParameters: validator?.validateRequestParameters === true,
    bodyRequired: operation.requestBody?.required === true,
    needsKey: needsKey(document, operation),
    schemaPointers: schemaPointersOf(operation, `/paths/${escapePointer(resource)}/${key}`),
  };
}

/** API Gateway takes a scheme for the key of its plans when it names the header `x-api-key`. */
function needsKey({ components }: Document, { security = [] }: Operation): boolean {
  return security.flatMap(Object.keys).some((name) => {
    const scheme = components?.securitySchemes?.[name];
    return scheme?.type === 'apiKey' && scheme.in === 'header' && scheme.name === 'x-api-key';
  });
}

function schemaPointersOf(operation: Operation, pointer: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(operation.requestBody?.content ?? {}).flatMap(([type, { schema }]) =>
      schema === undefined
        ? []
        : [[type, `${pointer}/requestBody/content/${escapePointer(type)}/schema`]],
    ),
  );
}

/** Slashes and tildes as a JSON pointer writes them, and what a URI fragment cannot hold. */
function escapePointer(token: string): string {
  return encodeURIComponent(token.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** Puts parameters and request bodies in the place of their references; schemas keep theirs. */
export function resolveReferences(document: Document): Document {
  const follow = (value: unknown): unknown => {
    const reference = (value as { $ref?: string } | null)?.$ref;
    if (reference === undefined) return value;
    return reference
      .replace('#/', '')
      .split('/')
      .reduce<unknown>(
        (node, key) => (node as Record<string, unknown> | undefined)?.[key],
        document,
      );
  };
  const operation = (value: unknown) => {
    const { parameters, requestBody, ...rest } = value as Record<string, unknown>;
    return {
      ...rest,
      ...(requestBody !== undefined && { requestBody: follow(requestBody) }),
      ...(Array.isArray(parameters) && { parameters: parameters.map(follow) }),
    };
  };
  const item = (value: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        if (key in METHODS) return [key, operation(part)];
        return [key, key === 'parameters' && Array.isArray(part) ? part.map(follow) : part];
      }),
    );
  return {
    ...document,
    paths: Object.fromEntries(
      Object.entries(document.paths).map(([path, value]) => [path, item(value)]),
    ),
  };
}
