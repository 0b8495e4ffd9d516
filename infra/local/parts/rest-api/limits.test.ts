import { describe, expect, it } from 'vitest';
import type { KeySpec } from '../../template/types';
import { makeKeyCheck } from './keys';
import { BODY, operation, start } from './testing';

describe('limits', () => {
  it('lets a burst pass and answers 429 beyond it, per method', async () => {
    const throttle = { resourcePath: '/*', httpMethod: '*', ratePerSecond: 0.001, burst: 2 };
    const { call } = await start({ stages: [{ name: 'v1', throttles: [throttle], keys: [] }] });
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

describe('the key of a usage plan', () => {
  const keyed = { ...operation(), security: [{ partner: [] }] };
  const body = {
    ...BODY,
    paths: {
      '/things': { get: keyed },
      '/things/{id}': { get: keyed },
      '/open': { get: operation() },
    },
    components: {
      securitySchemes: { partner: { type: 'apiKey', in: 'header', name: 'x-api-key' } },
    },
  };
  const ask = async (keys: KeySpec[]) => {
    const { call, invoke } = await start({ body, stages: [{ name: 'v1', throttles: [], keys }] });
    const as = async (key: string | undefined, path = '/things') =>
      (await call(path, { headers: { ...(key && { 'x-api-key': key }) } })).status;
    return { as, call, invoke };
  };

  it('is asked for where the API says so, and only there', async () => {
    const { as, call, invoke } = await ask([{ value: 'of-ada' }]);
    expect([await as(undefined), await as('of-eve'), await as('')]).toEqual([403, 403, 403]);
    expect(invoke).not.toHaveBeenCalled();
    expect([await as('of-ada'), await as(undefined, '/open')]).toEqual([200, 200]);
    expect(await (await call('/things')).json()).toEqual({ message: 'Forbidden' });
  });

  it('limits each holder by themselves, over all that they ask', async () => {
    const throttle = { ratePerSecond: 0.001, burst: 2 };
    const { as } = await ask([
      { value: 'of-ada', throttle },
      { value: 'of-bob', throttle },
    ]);
    expect([await as('of-ada'), await as('of-ada', '/things/1')]).toEqual([200, 200]);
    expect([await as('of-ada', '/things/2'), await as('of-bob')]).toEqual([429, 200]);
  });

  it('lasts for as many requests as the day has, and for as many the next', () => {
    let nowMs = Date.UTC(2026, 5, 1, 23, 59);
    const refuse = makeKeyCheck([{ value: 'of-ada', requestsPerDay: 2 }], () => nowMs);
    const twice = () => [refuse('of-ada'), refuse('of-ada')];
    expect([...twice(), refuse('of-ada')]).toEqual([undefined, undefined, 'QUOTA_EXCEEDED']);
    nowMs = Date.UTC(2026, 5, 2);
    expect(twice()).toEqual([undefined, undefined]);
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
