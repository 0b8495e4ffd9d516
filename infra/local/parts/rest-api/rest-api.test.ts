import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Part } from '../../part';
import type { RestApiSpec } from '../../template/types';
import { aLog } from '../../testing';
import { startRestApis } from './index';

const parts: Part[] = [];
afterEach(async () => {
  for (const part of parts.splice(0)) await part.stop();
});

const FUNCTION = 'arn:aws:lambda:eu-west-1:111111111111:function:catalog:live';
const operation = (rest: object = {}) => ({
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

const BODY = {
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

async function start(
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
        stages: [{ name: 'v1', throttles: [] }],
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

describe('routing', () => {
  it.each([
    ['GET', '/things/special', '/things/special', null],
    ['GET', '/things/a%2Fb', '/things/{id}', { id: 'a%2Fb' }],
    ['DELETE', '/things/special', '/things/{id}', { id: 'special' }],
    ['PATCH', '/files/a/b.txt', '/files/{proxy+}', { proxy: 'a/b.txt' }],
  ])('%s %s reaches %s', async (method, path, resource, pathParameters) => {
    const { call, invoke, lastEvent } = await start();
    expect((await call(path, { method })).status).toBe(200);
    expect(invoke.mock.lastCall?.[0]).toBe(FUNCTION);
    expect(lastEvent()).toMatchObject({ resource, pathParameters, path });
  });

  it.each([
    ['GET', '/nothing'],
    ['PUT', '/things'],
    ['GET', '/things/'],
  ])('refuses %s %s as API Gateway does, without calling the function', async (method, path) => {
    const { call, invoke } = await start();
    const response = await call(path, { method });
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ message: 'Missing Authentication Token' });
    expect(response.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
    expect(invoke).not.toHaveBeenCalled();
  });

  it('says at the start that an integration is not supported', async () => {
    const body = { ...BODY, paths: { '/x': { get: { responses: {} } } } };
    await expect(start({ body })).rejects.toThrow('GET /x has no Lambda proxy integration');
  });
});

describe('the event', () => {
  it('is the one of payload version 1.0', async () => {
    const { call, lastEvent } = await start();
    await call('/things?place=a%20b&tag=1&tag=2', {
      headers: { 'X-Some': 'Header', 'user-agent': 'test', 'x-forwarded-for': '203.0.113.9' },
    });
    expect(lastEvent()).toMatchObject({
      resource: '/things',
      path: '/things',
      httpMethod: 'GET',
      queryStringParameters: { place: 'a b', tag: '2' },
      multiValueQueryStringParameters: { place: ['a b'], tag: ['1', '2'] },
      headers: { 'X-Forwarded-For': '203.0.113.9, 127.0.0.1', 'X-Forwarded-Proto': 'https' },
      multiValueHeaders: { 'X-Forwarded-For': ['203.0.113.9, 127.0.0.1'] },
      pathParameters: null,
      stageVariables: null,
      body: null,
      isBase64Encoded: false,
      requestContext: {
        apiId: 'catalog',
        stage: 'v1',
        path: '/v1/things',
        resourcePath: '/things',
        httpMethod: 'GET',
        identity: { sourceIp: '127.0.0.1', userAgent: 'test' },
        requestTime: expect.stringMatching(/^\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
      },
    });
    expect(lastEvent().headers).not.toHaveProperty('x-forwarded-for');
  });

  it('carries the ids of the answer, and continues the trace that came in', async () => {
    const { call, invoke, lastEvent } = await start();
    const trace = 'Root=1-5759e988-bd862e3fe1be46a994272793';
    const response = await call('/things/1', { headers: { 'x-amzn-trace-id': trace } });
    expect(lastEvent().headers['X-Amzn-Trace-Id']).toBe(trace);
    expect(invoke.mock.lastCall?.[2]).toEqual({ traceId: trace });
    expect(response.headers.get('x-amzn-trace-id')).toBe(trace);
    expect(response.headers.get('x-amzn-requestid')).toBe(lastEvent().requestContext.requestId);
  });
});

describe('request validation', () => {
  const thing = { title: 'Massage', price: { minor: 100 } };

  it.each([
    ['a valid body', thing],
    ['null where the document says nullable', { ...thing, note: null }],
    ['what API Gateway does not check', { ...thing, count: 0 }],
  ])('lets %s pass', async (_what, body) => {
    const { post, lastEvent } = await start();
    expect((await post(body)).status).toBe(200);
    expect(JSON.parse(lastEvent().body ?? '')).toEqual(body);
  });

  it.each([
    ['malformed JSON', '{'],
    ['a missing property', { title: 'Massage' }],
    ['an unknown property', { ...thing, admin: true }],
    ['a wrong type behind references', { ...thing, price: { minor: '100' } }],
    ['an empty body', ''],
  ])('refuses %s and calls nothing', async (_what, body) => {
    const { post, invoke } = await start();
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: 'Invalid request body' });
    expect(invoke).not.toHaveBeenCalled();
  });

  it('passes a body of a type without a schema, unchecked', async () => {
    const { post } = await start();
    expect((await post('{', { 'content-type': 'text/plain' })).status).toBe(200);
  });

  it('refuses a missing or blank required parameter by name', async () => {
    const { call } = await start();
    for (const path of ['/things', '/things?place=']) {
      const response = await call(path);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({
        message: 'Missing required request parameters: [place]',
      });
    }
  });
});

describe('gateway responses', () => {
  const responses = {
    BAD_REQUEST_BODY: {
      statusCode: '400',
      responseParameters: {
        'gatewayresponse.header.Content-Type': "'application/problem+json'",
        'gatewayresponse.header.X-Id': 'context.requestId',
      },
      responseTemplates: {
        'application/json':
          '{"status":400,"detail":$context.error.messageString,"at":"$context.resourcePath","id":"$context.requestId"}',
      },
    },
    DEFAULT_4XX: {
      responseTemplates: { 'application/json': '{"type":"$context.error.responseType"}' },
    },
  };

  it('fill their template and headers with the context', async () => {
    const { post } = await start({
      body: { ...BODY, 'x-amazon-apigateway-gateway-responses': responses },
    });
    const response = await post('{');
    const id = response.headers.get('x-amzn-requestid');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('x-id')).toBe(id);
    expect(await response.json()).toEqual({
      status: 400,
      detail: 'Invalid request body',
      at: '/things',
      id,
    });
  });

  it('fall back to the default of their class and keep the status', async () => {
    const { call } = await start({
      body: { ...BODY, 'x-amazon-apigateway-gateway-responses': responses },
    });
    const response = await call('/nothing');
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ type: 'MISSING_AUTHENTICATION_TOKEN' });
  });
});

describe('limits', () => {
  it('lets a burst pass and answers 429 beyond it, per method', async () => {
    const throttle = { resourcePath: '/*', httpMethod: '*', ratePerSecond: 0.001, burst: 2 };
    const { call } = await start({ stages: [{ name: 'v1', throttles: [throttle] }] });
    const statuses = [];
    for (const path of ['/things/1', '/things/2', '/things/3', '/things/special']) {
      statuses.push((await call(path)).status);
    }
    expect(statuses).toEqual([200, 200, 429, 200]);
  });

  it('refuses a body of more than 10 MB', async () => {
    const { post, invoke } = await start();
    const response = await post('x'.repeat(10 * 1024 * 1024 + 1));
    expect(response.status).toBe(413);
    expect(invoke).not.toHaveBeenCalled();
  });

  it('answers 504 when the function takes longer than the integration allows', async () => {
    const slow = operation();
    slow['x-amazon-apigateway-integration'] = {
      ...slow['x-amazon-apigateway-integration'],
      ...{ timeoutInMillis: 20 },
    };
    const body = { ...BODY, paths: { '/slow': { get: slow } } };
    const { call } = await start({ body }, () => new Promise(() => {}));
    const response = await call('/slow');
    expect(response.status).toBe(504);
    expect(await response.json()).toEqual({ message: 'Endpoint request timed out' });
  });
});

describe('the answer', () => {
  it('has status, headers, several cookies and body of the function', async () => {
    const { call } = await start({}, () => ({
      statusCode: 201,
      headers: { 'Content-Type': 'text/calendar' },
      multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
      body: 'BEGIN:VCALENDAR',
    }));
    const response = await call('/things/1');
    expect(response.status).toBe(201);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('content-type')).toBe('text/calendar');
    expect(await response.text()).toBe('BEGIN:VCALENDAR');
  });

  it.each([
    ['throws', () => Promise.reject(new Error('no'))],
    ['answers with something else', () => 'text'],
    ['answers with an object as body', () => ({ statusCode: 200, body: {} })],
  ])('is 502 when the function %s', async (_what, answer) => {
    const { call } = await start({}, answer);
    const response = await call('/things/1');
    expect(response.status).toBe(502);
    expect(await response.json()).toEqual({ message: 'Internal server error' });
  });

  it('carries binary bodies both ways where the API says so', async () => {
    const { call, lastEvent } = await start({ binaryMediaTypes: ['image/png'] }, ({ body }) => ({
      statusCode: 200,
      body,
      isBase64Encoded: true,
    }));
    const bytes = new Uint8Array([0, 255, 128]);
    const headers = { 'content-type': 'image/png', accept: 'image/png' };
    const response = await call('/files/x', { method: 'PUT', body: bytes, headers });
    expect(lastEvent().isBase64Encoded).toBe(true);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });
});
