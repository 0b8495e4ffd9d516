import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import type { Env, Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import type { Telemetry } from '../observability';
import { correlationIdOf } from './correlation';

type ProxyHandler = (
  event: APIGatewayProxyEvent,
  context: Context,
) => Promise<APIGatewayProxyResult>;

/** Services answer with text alone; what API Gateway took for binary would arrive encoded. */
const isContentTypeBinary = () => false;

/** The app as the handler of a REST API's proxy events, started once and again only if that failed. */
export function lambdaHandler<E extends Env>(
  start: () => Promise<Hono<E>>,
  telemetry: Telemetry,
): ProxyHandler {
  const started = once(async () => handle(await start(), { isContentTypeBinary }) as ProxyHandler);
  return async (event, context) => {
    const answer = await started();
    return telemetry.invocation(context, () => answer(event, context), correlationIdOf(event));
  };
}

/** Remembers what a start-up gave, but not that it failed. */
export function once<Value>(start: () => Promise<Value>): () => Promise<Value> {
  let starting: Promise<Value> | undefined;
  return () => {
    starting ??= start().catch((error: unknown) => {
      starting = undefined;
      throw error;
    });
    return starting;
  };
}
