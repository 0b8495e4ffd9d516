import { readFileSync } from 'node:fs';
import { GATEWAY_RESPONSES } from './gateway-problems';

type Json = Record<string, unknown>;

export interface OpenApiDocument {
  openapi: string;
  paths: Record<string, Record<string, Json>>;
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

/** The document with what API Gateway needs: every operation validated and integrated, refusals as problems. */
export function forApiGateway(document: OpenApiDocument, integrationUri: string): OpenApiDocument {
  const integration = {
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri: integrationUri,
    passthroughBehavior: 'when_no_match',
  };
  const operation = (definition: Json) => ({
    ...definition,
    'x-amazon-apigateway-integration': integration,
  });
  return {
    ...document,
    paths: Object.fromEntries(
      Object.entries(document.paths).map(([path, item]) => [
        path,
        Object.fromEntries(
          Object.entries(item).map(([key, value]) => [
            key,
            METHODS.includes(key) ? operation(value) : value,
          ]),
        ),
      ]),
    ),
    'x-amazon-apigateway-request-validators': {
      [VALIDATOR]: { validateRequestBody: true, validateRequestParameters: true },
    },
    'x-amazon-apigateway-request-validator': VALIDATOR,
    'x-amazon-apigateway-gateway-responses': GATEWAY_RESPONSES,
  };
}
