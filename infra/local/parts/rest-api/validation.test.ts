import { describe, expect, it } from 'vitest';
import { BODY, start } from './testing';

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
