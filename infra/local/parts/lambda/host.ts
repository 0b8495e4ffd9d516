import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../part';
import { functionName } from '../../template/assembly';
import type { FunctionSpec } from '../../template/types';
import type { Outcome } from './environment';
import { failureRecord } from './failure-record';
import { type FunctionStats, Pool } from './pool';
import type { FunctionFailure } from './protocol';

const MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;
const REAP_EVERY_MS = 30_000;

export interface HostOptions {
  functions: FunctionSpec[];
  /** Endpoints and credentials; wins over the template's environment. */
  env: Record<string, string>;
  /** Takes what an asynchronous invocation gave up. */
  onFailure: (destinationArn: string, record: string) => void;
  log: Log;
  /** Waits before the first, second … retry of an asynchronous invocation. */
  retryDelaysMs?: number[];
  /** Age at which an unused environment ends. */
  idleMs?: number;
}

export type InvokeResult = { requestId: string } & (
  | { payload: string }
  | { failure: FunctionFailure }
);

/** Thrown for a name, alias or ARN that the template does not have. */
export class FunctionNotFound extends Error {}

/** Runs the template's functions: synchronously, or accepted now and retried on failure. */
export class LambdaHost {
  private readonly pools: Map<string, Pool>;
  private readonly pending = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private readonly reaper: NodeJS.Timeout;

  constructor(private readonly options: HostOptions) {
    this.pools = new Map(
      options.functions.map((spec) => [spec.name, new Pool(spec, options.env, options.log)]),
    );
    const idleMs = options.idleMs ?? 300_000;
    this.reaper = setInterval(
      () => {
        for (const pool of this.pools.values()) void pool.reap(Date.now() - idleMs);
      },
      Math.min(REAP_EVERY_MS, idleMs),
    ).unref();
  }

  /** Name, `name:alias`, or ARN of either. Throws {@link FunctionNotFound} or `Throttled`. */
  async invoke(
    reference: string,
    event: unknown,
    { traceId = newTraceId(), requestId = randomUUID() as string } = {},
  ): Promise<InvokeResult> {
    const pool = this.poolOf(reference);
    const outcome = await pool.invoke({
      requestId,
      eventJson: JSON.stringify(event),
      invokedArn: reference.startsWith('arn:') ? reference : arnOf(pool.spec, reference),
      traceId,
    });
    this.report(pool, requestId, outcome);
    if ('payload' in outcome && Buffer.byteLength(outcome.payload) > MAX_PAYLOAD_BYTES) {
      const errorMessage = `Response payload size exceeded maximum allowed payload size (${MAX_PAYLOAD_BYTES} bytes).`;
      return { requestId, failure: { errorType: 'Function.ResponseSizeTooLarge', errorMessage } };
    }
    return 'payload' in outcome
      ? { requestId, payload: outcome.payload }
      : { requestId, failure: outcome.failure };
  }

  /** Accepts the event and returns; failures are retried, then handed to the function's destination. */
  invokeLater(reference: string, event: unknown): void {
    this.poolOf(reference);
    const task = this.deliver(reference, event).catch((error: unknown) => {
      if (this.stopping.signal.aborted) return;
      this.options.log({ source: 'lambda', level: 'error', message: String(error) });
    });
    this.pending.add(task);
    void task.finally(() => this.pending.delete(task));
  }

  /** Ends what works on a trace in the middle of it, as if its machine had died. */
  kill(traceId: string): void {
    for (const pool of this.pools.values()) pool.kill(traceId);
  }

  specOf(reference: string): FunctionSpec {
    return this.poolOf(reference).spec;
  }

  stats(): Record<string, FunctionStats> {
    return Object.fromEntries([...this.pools].map(([name, pool]) => [name, { ...pool.stats }]));
  }

  async stop(): Promise<void> {
    clearInterval(this.reaper);
    this.stopping.abort();
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
  }

  private async deliver(reference: string, event: unknown): Promise<void> {
    const { spec } = this.poolOf(reference);
    const delays = this.options.retryDelaysMs ?? [1_000, 2_000];
    for (let attempt = 0; ; attempt++) {
      const result = await this.attempt(reference, event);
      if (!('failure' in result) || this.stopping.signal.aborted) return;
      if (attempt >= spec.async.maxRetries) {
        this.giveUp(spec, event, result, attempt + 1);
        return;
      }
      await sleep(delays[attempt] ?? 2_000, undefined, { signal: this.stopping.signal });
    }
  }

  /** A throttled event counts as a failed attempt. */
  private async attempt(reference: string, event: unknown): Promise<InvokeResult> {
    const requestId = randomUUID();
    try {
      return await this.invoke(reference, event, { requestId });
    } catch (error) {
      return { requestId, failure: { errorType: 'Throttled', errorMessage: String(error) } };
    }
  }

  private giveUp(
    spec: FunctionSpec,
    event: unknown,
    result: { requestId: string; failure: FunctionFailure },
    attempts: number,
  ): void {
    const message = `gave up an event after ${attempts} attempts: ${result.failure.errorMessage}`;
    this.options.log({ source: spec.name, level: 'error', message });
    if (spec.async.onFailureArn === undefined) return;
    const record = failureRecord({ spec, event, attempts, ...result });
    this.options.onFailure(spec.async.onFailureArn, record);
  }

  private poolOf(reference: string): Pool {
    const pool = this.pools.get(functionName(reference));
    const qualifier = reference.startsWith('arn:')
      ? reference.split(':')[7]
      : reference.split(':')[1];
    if (!pool || !isKnownQualifier(pool.spec, qualifier)) {
      throw new FunctionNotFound(`Function not found: ${reference}`);
    }
    return pool;
  }

  private report({ spec, stats }: Pool, requestId: string, outcome: Outcome): void {
    const failed = 'failure' in outcome ? ' failed' : '';
    const message = `REPORT RequestId: ${requestId} Duration: ${stats.lastDurationMs.toFixed(1)} ms${failed}`;
    this.options.log({ source: spec.name, level: 'debug', message });
    if (!('failure' in outcome)) return;
    const { errorType, errorMessage, trace = [] } = outcome.failure;
    const detail = [`${errorType}: ${errorMessage}`, ...trace.slice(1)].join('\n');
    this.options.log({ source: spec.name, level: 'error', message: detail });
  }
}

function isKnownQualifier(spec: FunctionSpec, qualifier: string | undefined): boolean {
  return (
    qualifier === undefined ||
    qualifier === '$LATEST' ||
    /^\d+$/.test(qualifier) ||
    spec.aliases.includes(qualifier)
  );
}

const arnOf = (spec: FunctionSpec, reference: string) =>
  reference.includes(':') ? `${spec.arn}:${reference.split(':')[1]}` : spec.arn;

/** The form of `X-Amzn-Trace-Id`. */
export function newTraceId(): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  return `Root=1-${seconds}-${randomBytes(12).toString('hex')}`;
}
