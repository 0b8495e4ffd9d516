import { afterEach, vi } from 'vitest';
import type { Part } from '../../part';
import type { RestApiSpec } from '../../template/types';
import { aLog } from '../../testing';
import { startRestApis } from './index';

const parts: Part[] = [];
afterEach(async () => {
  for (const part of parts.splice(0)) await part.stop();
});

export const FUNCTION = 'arn:aws:lambda:eu-west-1:111111111111:function:catalog:live';
/** An operation that calls {@link FUNCTION}. */
export const operation = (rest: object = {}) => ({
  ...rest,
  responses: {},
  'x-amazon-apigateway-integration': {
    type: 'aws_proxy',
    uri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`,
  },
});
const jsonBody = (schema: object, rest: object = { required: true }) => ({
  requestBody: { content: { 'application/json': { schema } }, ...rest },
});

/** A document with literal, variable and greedy paths, references and a validator. */
export const BODY = {
  openapi: '3.0.3',
  paths: {
    '/things': {
      get: operation({ parameters: [{ $ref: '#/components/parameters/Place' }] }),
      post: operation(jsonBody({ $ref: '#/components/schemas/Thing' })),
    },
    '/things/{id}': { get: operation(), delete: operation() },
    '/things/special': { get: operation() },
    '/files/{proxy+}': { 'x-amazon-apigateway-any-method': operation() },
  },
  components: {
    parameters: { Place: { name: 'place', in: 'query', required: true } },
    schemas: {
      Thing: {
        type: 'object',
        required: ['title', 'price'],
        additionalProperties: false,
        properties: {
          title: { type: 'string', minLength: 2 },
          price: { $ref: '#/components/schemas/Price' },
          note: { type: 'string', nullable: true },
          count: { type: 'integer', minimum: 0, exclusiveMinimum: true },
        },
      },
      Price: { type: 'object', properties: { minor: { type: 'integer' } } },
    },
  },
  'x-amazon-apigateway-request-validators': {
    all: { validateRequestBody: true, validateRequestParameters: true },
  },
  'x-amazon-apigateway-request-validator': 'all',
};

interface Event {
  body: string | null;
  resource: string;
  path: string;
  isBase64Encoded: boolean;
  headers: Record<string, string>;
  pathParameters: Record<string, string> | null;
  requestContext: { requestId: string };
}

/** Serves the document at a stage `v1`, with a function that does as told; stops after the test. */
export async function start(
  api: Partial<RestApiSpec> = {},
  answer: (event: Event) => unknown = () => ({ statusCode: 200, body: 'ok' }),
) {
  const invoke = vi.fn(async (_name: string, event: unknown, _ids?: { traceId?: string }) => {
    const result = await answer(event as Event);
    return { requestId: 'r', payload: JSON.stringify(result) };
  });
  const part = await startRestApis({
    port: 0,
    apis: [
      {
        id: 'catalog',
        name: 'catalog',
        region: 'eu-west-1',
        stages: [{ name: 'v1', throttles: [], keys: [] }],
        binaryMediaTypes: [],
        body: BODY,
        ...api,
      },
    ],
    lambda: { invoke },
    log: aLog().log,
  });
  parts.push(part);
  return {
    invoke,
    lastEvent: () => invoke.mock.lastCall?.[1] as Event,
    call: (path: string, init?: RequestInit) => fetch(`${part.url}/catalog/v1${path}`, init),
    post: (body: unknown, headers: Record<string, string> = {}) =>
      fetch(`${part.url}/catalog/v1/things`, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
  };
}
