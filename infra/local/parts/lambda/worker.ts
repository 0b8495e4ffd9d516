/**
 * Runs inside the worker thread that is one execution environment. Node loads this file itself, without a bundler:
 * it may import types and Node's own modules only.
 */
import { existsSync } from 'node:fs';
import { setSourceMapsSupport } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type {
  EnvironmentData,
  EnvironmentMessage,
  FunctionFailure,
  InvokeMessage,
} from './protocol';

type Callback = (error: unknown, result?: unknown) => void;
type Handler = (event: unknown, context: object, callback?: Callback) => unknown;

const data = workerData as EnvironmentData;
const port = parentPort;
if (!port) throw new Error('This file runs in a worker thread only');
const post = (message: EnvironmentMessage) => port.postMessage(message);

setSourceMapsSupport(true, { nodeModules: false });

try {
  const handler = await loadHandler();
  port.on('message', (message: InvokeMessage) => void run(handler, message));
  post({ kind: 'ready' });
} catch (error) {
  post({ kind: 'init-failed', failure: describe(error) });
}

async function loadHandler(): Promise<Handler> {
  const dot = data.handler.lastIndexOf('.');
  const [module, name] = [data.handler.slice(0, dot), data.handler.slice(dot + 1)];
  const file = ['.mjs', '.js', '.cjs']
    .map((extension) => path.join(data.codeDir, module + extension))
    .find(existsSync);
  if (file === undefined) {
    throw Object.assign(new Error(`Cannot find module '${module}' in ${data.codeDir}`), {
      name: 'Runtime.ImportModuleError',
    });
  }
  const exports = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  const handler = exports[name] ?? (exports.default as Record<string, unknown> | undefined)?.[name];
  if (typeof handler !== 'function') {
    throw Object.assign(new Error(`${data.handler} is undefined or not exported`), {
      name: 'Runtime.HandlerNotFound',
    });
  }
  return handler as Handler;
}

async function run(handler: Handler, message: InvokeMessage): Promise<void> {
  const { requestId } = message;
  process.env._X_AMZN_TRACE_ID = message.traceId;
  try {
    const result = await call(handler, JSON.parse(message.eventJson), contextOf(message));
    post({ kind: 'done', requestId, payload: JSON.stringify(result ?? null) });
  } catch (error) {
    post({ kind: 'failed', requestId, failure: describe(error) });
  }
}

function call(handler: Handler, event: unknown, context: object): unknown {
  if (handler.length < 3) return handler(event, context);
  return new Promise((resolve, reject) => {
    handler(event, context, (error, result) => (error ? reject(error) : resolve(result)));
  });
}

function contextOf(message: InvokeMessage): object {
  return {
    awsRequestId: message.requestId,
    functionName: data.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: message.invokedArn,
    memoryLimitInMB: String(data.memoryMb),
    logGroupName: `/aws/lambda/${data.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, message.deadlineMs - Date.now()),
  };
}

function describe(error: unknown): FunctionFailure {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error) };
  const { name, message, stack } = error;
  return { errorType: name, errorMessage: message, trace: stack?.split('\n') ?? [] };
}
