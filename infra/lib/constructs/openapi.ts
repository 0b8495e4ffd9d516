import { readFileSync } from 'node:fs';
import { GATEWAY_RESPONSES } from './gateway-problems';

type PathItem = Record<string, Record<string, unknown>>;

export interface OpenApiDocument {
  openapi: string;
  paths: Record<string, PathItem>;
  [key: string]: unknown;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];
const VALIDATOR = 'body-and-parameters';

/** Reads the document that the service published for API Gateway. */
export function readOpenApi(path: string): OpenApiDocument {
  const document = JSON.parse(readFileSync(path, 'utf8')) as OpenApiDocument;
  if (!document.openapi.startsWith('3.0')) {
    throw new Error(`${path} is OpenAPI ${document.openapi}; API Gateway reads 3.0 only.`);
  }
  return document;
}

/** The service's 3.1 document, which does not list itself. */
const documentItem: PathItem = {
  get: { operationId: 'getOpenApi', responses: { 200: { description: 'OpenAPI 3.1' } } },
};

interface Gateway {
  /** Where the service publishes its own document. */
  documentPath: string;
  integrationUri: string;
  /** Where other operations go, by their id. */
  answeredBy: Readonly<Record<string, string>>;
  /** Whether every operation asks for the key of a usage plan. */
  needsKey: boolean;
}

const KEY_SCHEME = 'partner';

/** The document without what changes anything, and what only our own pages send. */
export const readsOf = (document: OpenApiDocument): OpenApiDocument => ({
  ...document,
  paths: Object.fromEntries(
    Object.entries(document.paths).flatMap(([path, { get }]) => (get ? [[path, { get }]] : [])),
  ),
});

/** The document with what API Gateway needs: every operation validated and integrated, refusals as problems. */
export function forApiGateway(document: OpenApiDocument, gateway: Gateway): OpenApiDocument {
  const integration = (operationId: unknown) => ({
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri: gateway.answeredBy[String(operationId)] ?? gateway.integrationUri,
    passthroughBehavior: 'when_no_match',
  });
  const paths = { [gateway.documentPath]: documentItem, ...document.paths };
  return {
    ...document,
    paths: mapValues(paths, (item) =>
      mapValues(item, (value, key) =>
        METHODS.includes(key)
          ? {
              ...value,
              ...(gateway.needsKey && { security: [{ [KEY_SCHEME]: [] }] }),
              'x-amazon-apigateway-integration': integration(value.operationId),
            }
          : value,
      ),
    ),
    ...(gateway.needsKey && { components: withKeyScheme(document.components) }),
    'x-amazon-apigateway-request-validators': {
      [VALIDATOR]: { validateRequestBody: true, validateRequestParameters: true },
    },
    'x-amazon-apigateway-request-validator': VALIDATOR,
    'x-amazon-apigateway-gateway-responses': GATEWAY_RESPONSES,
  };
}

const withKeyScheme = (components: unknown) => ({
  ...(components as object | undefined),
  securitySchemes: { [KEY_SCHEME]: { type: 'apiKey', name: 'x-api-key', in: 'header' } },
});

/** The record with each value changed. */
export const mapValues = <Value, Result>(
  record: Record<string, Value>,
  map: (value: Value, key: string) => Result,
): Record<string, Result> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
