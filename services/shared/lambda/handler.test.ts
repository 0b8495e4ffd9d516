import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { Hono } from 'hono';
import { afterEach, expect, it, vi } from 'vitest';
import { createTelemetry } from '../observability';
import { lambdaHandler } from './handler';
import { serviceApp } from './index';

const EDGE_ID = 'b9pkN0Zc3hQd6kM1yq==';

afterEach(() => vi.restoreAllMocks());

/** Answers of a service whose every route fails, and the lines that it logs meanwhile. */
function aFailingService() {
  const lines: Record<string, unknown>[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      lines.push(JSON.parse(String(text)));
      return true;
    });
  }
  const telemetry = createTelemetry('booking');
  const service = serviceApp({ log: telemetry.log });
  service.get('/fails', () => {
    throw new Error('no table');
  });
  const handler = lambdaHandler(async () => new Hono().route('/', service), telemetry);
  const ask = async (headers: Record<string, string>) => {
    const event = {
      httpMethod: 'GET',
      path: '/fails',
      headers,
      requestContext: { requestId: 'api-request-1' },
    };
    const answer = await handler(event as unknown as APIGatewayProxyEvent, {} as Context);
    return answer.headers?.['x-correlation-id'];
  };
  return { ask, lines };
}

it('an answer and what was logged about it name the same request: as the edge does, else as the API', async () => {
  const { ask, lines } = aFailingService();
  const named = [
    await ask({ 'X-Amz-Cf-Id': EDGE_ID }),
    await ask({}),
    await ask({ 'x-amz-cf-id': 'ada@example.test, or whatever' }),
  ];
  expect(named).toEqual([EDGE_ID, 'api-request-1', 'api-request-1']);
  expect(lines.map(({ correlation_id: id }) => id)).toEqual(named);
});
