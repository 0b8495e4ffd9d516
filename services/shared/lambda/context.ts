import type { Log, Metrics } from '../observability';
import type { Actor } from './auth';
import type { ClientWrite } from './idempotency/client-write';

/** What every use case is given beside the ports of its service. */
export interface RequestContext {
  actor: Actor;
  now: Date;
  /**
   * Names this write across all its attempts: an id made when the `Idempotency-Key` was first seen.
   * Use cases derive the ids of what they create from it, so that a repeated attempt finds them.
   */
  operationId: string;
  /** By which the visitor's answer, log lines and the mails that follow name this request. */
  correlationId?: string;
  /** The write that this request carries; absent where nothing is written. */
  write?: ClientWrite;
  log: Log;
  metrics: Metrics;
}

/** Hono's environment of a service with these ports. */
export interface ServiceEnv<Ports> {
  Variables: { ctx: Ports & RequestContext; correlationId: string };
}
