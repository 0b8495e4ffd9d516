import type { Log } from '../../part';
import type { FunctionSpec } from '../../template/types';
import { Environment, type Outcome } from './environment';
import type { InvokeMessage } from './protocol';
import { runtimeEnvironment } from './runtime-environment';

export interface FunctionStats {
  environments: number;
  invocations: number;
  errors: number;
  throttles: number;
  coldStarts: number;
  /** Loading time of the last environment started. */
  lastInitMs: number;
  lastDurationMs: number;
}

/** Thrown when a reserved concurrency is used up, as Lambda does. */
export class Throttled extends Error {}

/** A laptop's limit for functions without a reserved concurrency: beyond it invocations wait. */
const DEFAULT_CONCURRENCY = 10;

/** The execution environments of one function. */
export class Pool {
  readonly stats: FunctionStats = {
    environments: 0,
    invocations: 0,
    errors: 0,
    throttles: 0,
    coldStarts: 0,
    lastInitMs: 0,
    lastDurationMs: 0,
  };
  private readonly idle: Environment[] = [];
  private readonly all = new Set<Environment>();
  private readonly running = new Map<string, Environment>();
  private readonly waiting: (() => void)[] = [];
  private busy = 0;
  private ended = false;

  constructor(
    readonly spec: FunctionSpec,
    private readonly env: Record<string, string>,
    private readonly log: Log,
  ) {}

  /** Runs one invocation in an idle or a new environment. */
  async invoke(message: Omit<InvokeMessage, 'deadlineMs'>): Promise<Outcome> {
    await this.takeSlot();
    try {
      return await this.run(message);
    } finally {
      this.busy--;
      this.waiting.shift()?.();
    }
  }

  /** Ends the environment that works on this trace, if one does. */
  kill(traceId: string): void {
    void this.running.get(traceId)?.end();
  }

  /** Ends environments that nobody used since. */
  async reap(idleSinceMs: number): Promise<void> {
    for (const environment of this.idle.filter(({ usedAtMs }) => usedAtMs < idleSinceMs)) {
      this.idle.splice(this.idle.indexOf(environment), 1);
      await this.discard(environment);
    }
  }

  async end(): Promise<void> {
    this.ended = true;
    this.idle.length = 0;
    for (const proceed of this.waiting.splice(0)) proceed();
    await Promise.all([...this.all].map((environment) => this.discard(environment)));
  }

  private async takeSlot(): Promise<void> {
    const { reservedConcurrency } = this.spec;
    if (reservedConcurrency !== undefined && this.busy >= reservedConcurrency) {
      this.stats.throttles++;
      throw new Throttled('Rate Exceeded.');
    }
    while (!this.ended && this.busy >= (reservedConcurrency ?? DEFAULT_CONCURRENCY)) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    if (this.ended) throw new Error(`${this.spec.name} was asked while the local cloud stops`);
    this.busy++;
  }

  private async run(message: Omit<InvokeMessage, 'deadlineMs'>): Promise<Outcome> {
    this.stats.invocations++;
    const environment = this.takeIdle() ?? (await this.start());
    if (!(environment instanceof Environment)) return environment;
    const startedMs = performance.now();
    this.running.set(message.traceId, environment);
    const outcome = await environment
      .invoke({ ...message, deadlineMs: Date.now() + this.spec.timeoutSeconds * 1000 })
      .finally(() => this.running.delete(message.traceId));
    this.stats.lastDurationMs = performance.now() - startedMs;
    if ('failure' in outcome) this.stats.errors++;
    if ('failure' in outcome && outcome.fatal) await this.discard(environment);
    else this.idle.push(environment);
    return outcome;
  }

  private takeIdle(): Environment | undefined {
    let environment = this.idle.pop();
    while (environment?.ended) {
      void this.discard(environment);
      environment = this.idle.pop();
    }
    return environment;
  }

  private async start(): Promise<Environment | Outcome> {
    const environment = new Environment(
      this.spec,
      runtimeEnvironment(this.spec, this.env),
      this.log,
    );
    this.all.add(environment);
    this.stats.environments = this.all.size;
    this.stats.coldStarts++;
    const failure = await environment.init();
    this.stats.lastInitMs = environment.initMs;
    if (!failure) return environment;
    this.stats.errors++;
    await this.discard(environment);
    return { failure, fatal: true };
  }

  private async discard(environment: Environment): Promise<void> {
    this.all.delete(environment);
    this.stats.environments = this.all.size;
    await environment.end();
  }
}
