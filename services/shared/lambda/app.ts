import { randomUUID } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Log, Metrics } from '../observability';
import { type Authentication, authenticate, requireSameOrigin } from './auth';
import type { RequestContext, ServiceEnv } from './context';
import { CORRELATION_HEADER, correlationIdOf, type NamedRequest } from './correlation';
import { invalidInput, ProblemError, problemResponse } from './problems';
import { refuseInvalid } from './validation';

/** What every service is made of, beside its own ports. */
export interface ServiceSettings {
  /** Scheme and host of the marketplace, e.g. `https://market.example`. */
  publicOrigin: string;
  auth: Authentication;
  log: Log;
  metrics: Metrics;
  now: () => Date;
}

/** An app that answers every failure with a problem document and refuses input its schemas refuse. */
export function serviceApp<Ports extends object>({ log }: Pick<ServiceSettings, 'log'>) {
  const app = new OpenAPIHono<ServiceEnv<Ports>>({ defaultHook: refuseInvalid });
  app.use(correlate);
  app.notFound(() => problemResponse(new ProblemError('NOT_FOUND')));
  app.onError((error) => problemResponse(asProblem(error, log)));
  return app;
}

/**
 * Gives routes their context: who asks, the time, and the ports of the service.
 * Writes that a foreign page may have caused are refused first.
 */
export function withContext<Ports extends object>(
  { publicOrigin, auth, log, metrics, now }: ServiceSettings,
  ports: Ports,
): MiddlewareHandler<ServiceEnv<Ports>> {
  return async (c, next) => {
    requireSameOrigin(c.req.method, c.req.raw.headers, publicOrigin);
    const request: RequestContext = {
      correlationId: c.var.correlationId,
      actor: await authenticate(c.req.raw.headers, auth),
      now: now(),
      operationId: randomUUID(),
      log,
      metrics,
    };
    c.set('ctx', { ...ports, ...request });
    await next();
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  };
}

const correlate: MiddlewareHandler<ServiceEnv<unknown>> = async (c, next) => {
  const { event } = (c.env ?? {}) as { event?: NamedRequest };
  const correlationId = correlationIdOf(event);
  c.set('correlationId', correlationId);
  await next();
  c.header(CORRELATION_HEADER, correlationId);
};

function asProblem(error: Error, log: Log): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof HTTPException) return asRefusal(error);
  log.error('A request failed', { error });
  return new ProblemError('INTERNAL');
}

/** What Hono itself refuses: bodies that are no JSON, or of a type that is not read. */
function asRefusal({ status, message }: HTTPException): ProblemError {
  if (status === 415) return new ProblemError('UNSUPPORTED_MEDIA_TYPE');
  if (status === 413) return new ProblemError('TOO_LARGE');
  return invalidInput({ path: 'body', message });
}
