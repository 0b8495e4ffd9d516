import { describe, expect, it } from 'vitest';
import { BODY, FUNCTION, start } from './testing';

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
