import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { Log, LogLine } from '../../part';
import type { FunctionSpec } from '../../template/types';
import type {
  EnvironmentData,
  EnvironmentMessage,
  FunctionFailure,
  InvokeMessage,
} from './protocol';

const INIT_SECONDS = 10;
const WORKER = new URL('./worker.ts', import.meta.url);

export type Outcome =
  | { payload: string }
  | { failure: FunctionFailure /** The environment is gone with it. */; fatal: boolean };

/** One execution environment: a worker thread that runs one invocation at a time. */
export class Environment {
  /** How long loading the function's code took. */
  initMs = 0;
  usedAtMs = Date.now();
  /** The worker has ended: by itself, or because it was told to. */
  ended = false;
  private readonly worker: Worker;
  /** Takes the next message of the worker, or its end. */
  private listener:
    | ((message: EnvironmentMessage | { kind: 'ended'; why: string }) => void)
    | undefined;

  constructor(
    private readonly spec: FunctionSpec,
    environment: Record<string, string>,
    log: Log,
  ) {
    this.worker = new Worker(WORKER, {
      workerData: {
        codeDir: spec.codeDir,
        handler: spec.handler,
        functionName: spec.name,
        functionArn: spec.arn,
        memoryMb: spec.memoryMb,
      } satisfies EnvironmentData,
      env: environment,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: spec.memoryMb },
    });
    forward(this.worker.stdout, spec.name, 'info', log);
    forward(this.worker.stderr, spec.name, 'warn', log);
    this.worker.on('message', (message: EnvironmentMessage) => this.listener?.(message));
    this.worker.on('error', (error) => this.listener?.({ kind: 'ended', why: error.message }));
    this.worker.on('exit', (code) => {
      this.ended = true;
      this.listener?.({ kind: 'ended', why: `exit status ${code}` });
    });
  }

  /** Loads the code; undefined when the handler is ready. */
  async init(): Promise<FunctionFailure | undefined> {
    const startedMs = performance.now();
    const message = await this.next(INIT_SECONDS + this.spec.timeoutSeconds);
    this.initMs = performance.now() - startedMs;
    switch (message.kind) {
      case 'ready':
        return undefined;
      case 'init-failed':
        return message.failure;
      default:
        return exitFailure(message.kind === 'ended' ? message.why : 'initialisation timed out');
    }
  }

  async invoke(message: InvokeMessage): Promise<Outcome> {
    const answer = this.next(this.spec.timeoutSeconds);
    this.worker.postMessage(message);
    const outcome = await answer;
    this.usedAtMs = Date.now();
    switch (outcome.kind) {
      case 'done':
        return { payload: outcome.payload };
      case 'failed':
        return { failure: outcome.failure, fatal: false };
      case 'timed-out':
        return {
          failure: timeoutFailure(message.requestId, this.spec.timeoutSeconds),
          fatal: true,
        };
      default:
        return {
          failure: exitFailure(outcome.kind === 'ended' ? outcome.why : 'no answer'),
          fatal: true,
        };
    }
  }

  /** An invocation under way fails. */
  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private next(
    seconds: number,
  ): Promise<EnvironmentMessage | { kind: 'ended'; why: string } | { kind: 'timed-out' }> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle({ kind: 'timed-out' }), seconds * 1000);
      const settle = (message: Awaited<ReturnType<Environment['next']>>) => {
        clearTimeout(timer);
        this.listener = undefined;
        resolve(message);
      };
      this.listener = settle;
    });
  }
}

const timeoutFailure = (requestId: string, seconds: number): FunctionFailure => ({
  errorType: 'Sandbox.Timedout',
  errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
});

const exitFailure = (why: string): FunctionFailure => ({
  errorType: 'Runtime.ExitError',
  errorMessage: `Error: Runtime exited with error: ${why}`,
});

const LEVELS: Record<string, LogLine['level']> = {
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
  CRITICAL: 'error',
};

/** Lines of structured logs say their own level. */
function forward(output: Readable, source: string, level: LogLine['level'], log: Log): void {
  createInterface({ input: output }).on('line', (message) => {
    const said = /^\{.*?"level":"([A-Z]+)"/.exec(message)?.[1] ?? '';
    log({ source, level: LEVELS[said] ?? level, message });
  });
}
