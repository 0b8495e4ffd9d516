import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { localClient } from '../../client';
import type { FunctionSpec } from '../../template/types';
import { aLog, eventually } from '../../testing';
import type { HostOptions } from './host';
import { type LambdaPart, startLambda } from './index';

const CODE = `
import { existsSync, rmSync } from 'node:fs';
let calls = 0;
export const echo = async (event, context) => ({ event, calls: ++calls, context: {
  name: context.functionName, arn: context.invokedFunctionArn, id: context.awsRequestId,
  remaining: context.getRemainingTimeInMillis() } });
export const env = async () => process.env;
export const fail = async () => { throw new TypeError('broken') };
export const hang = () => new Promise(() => setInterval(() => {}, 1000));
export const quit = async () => process.exit(3);
export const hog = async () => { const all = []; for (;;) all.push(new Array(100000).fill(Math.random())); };
export const legacy = (event, context, callback) => callback(null, 'called back');
export const print = async () => { console.log('plain'); console.log('{"level":"WARN","message":"x"}'); };
export const large = async () => 'x'.repeat(7 * 1024 * 1024);
export const slow = () => new Promise((done) => setTimeout(done, 150));
export const diesAtSign = async ({ sign }) => {
  setInterval(() => { if (existsSync(sign)) { rmSync(sign); throw new Error('late') } }, 5);
  return calls++;
};
`;

const ARN = 'arn:aws:lambda:eu-west-1:111111111111:function';
let codeDir: string;
beforeAll(() => {
  codeDir = mkdtempSync(path.join(tmpdir(), 'lambda-'));
  writeFileSync(path.join(codeDir, 'index.mjs'), CODE);
  writeFileSync(path.join(codeDir, 'broken.mjs'), 'throw new Error("no start")');
});
afterAll(() => rmSync(codeDir, { recursive: true, force: true }));

let part: LambdaPart;
afterEach(() => part.stop());

const aFunction = (name: string, rest: Partial<FunctionSpec> = {}): FunctionSpec => ({
  name,
  arn: `${ARN}:${name}`,
  region: 'eu-west-1',
  stack: 'Main',
  codeDir,
  handler: `index.${name}`,
  memoryMb: 256,
  timeoutSeconds: 20,
  environment: {},
  aliases: ['live'],
  async: { maxRetries: 2 },
  ...rest,
});

async function start(fn: FunctionSpec, options: Partial<HostOptions> = {}) {
  const { log, lines } = aLog();
  part = await startLambda({
    port: 0,
    functions: [fn],
    env: {},
    onFailure: () => {},
    log,
    ...options,
  });
  const client = new LambdaClient({ ...localClient(part.url), maxAttempts: 1 });
  const invoke = async (event: unknown = {}, FunctionName = fn.name, Qualifier?: string) => {
    const answer = await client.send(
      new InvokeCommand({
        FunctionName,
        Payload: JSON.stringify(event),
        ...(Qualifier && { Qualifier }),
      }),
    );
    return {
      error: answer.FunctionError,
      result: JSON.parse(answer.Payload?.transformToString() ?? ''),
    };
  };
  return { client, invoke, lines };
}

describe('Invoke, through the SDK', () => {
  it('answers with what the handler returns and keeps the environment for the next call', async () => {
    const { invoke } = await start(aFunction('echo'));
    const first = await invoke({ a: 1 });
    const second = await invoke({ a: 2 }, `${ARN}:echo:live`);
    expect(first).toMatchObject({ error: undefined, result: { event: { a: 1 }, calls: 1 } });
    expect(second.result).toMatchObject({
      calls: 2,
      context: { arn: `${ARN}:echo:live`, name: 'echo' },
    });
    expect(first.result.context.remaining).toBeGreaterThan(4000);
    expect(part.host.stats().echo).toMatchObject({
      coldStarts: 1,
      invocations: 2,
      environments: 1,
    });
    expect(part.host.stats().echo?.lastInitMs).toBeGreaterThan(0);
  });

  it.each([['echo'], ['echo:live'], [`${ARN}:echo`]])('finds the function as %s', async (name) => {
    const { invoke } = await start(aFunction('echo'));
    expect((await invoke({}, name)).error).toBeUndefined();
  });

  it('finds an alias as qualifier, and no other', async () => {
    const { invoke } = await start(aFunction('echo'));
    expect((await invoke({}, 'echo', 'live')).error).toBeUndefined();
    await expect(invoke({}, 'echo', 'dead')).rejects.toThrow('Function not found: echo:dead');
    await expect(invoke({}, 'nobody')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('supports handlers that call back', async () => {
    const { invoke } = await start(aFunction('legacy'));
    expect((await invoke()).result).toBe('called back');
  });
});

describe('an environment', () => {
  it('sees its template, the host and Lambda, and nothing of the developer', async () => {
    process.env.SECRET_OF_THE_DEVELOPER = 'x';
    const fn = aFunction('env', { environment: { TABLE: 'T', AWS_ENDPOINT_URL_S3: 'template' } });
    const { invoke } = await start(fn, { env: { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1' } });
    const { result } = await invoke();
    expect(result).toMatchObject({
      TABLE: 'T',
      AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1',
      AWS_LAMBDA_FUNCTION_NAME: 'env',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_REGION: 'eu-west-1',
      AWS_XRAY_CONTEXT_MISSING: 'IGNORE_ERROR',
      _X_AMZN_TRACE_ID: expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
    });
    expect(result).not.toHaveProperty('SECRET_OF_THE_DEVELOPER');
    delete process.env.SECRET_OF_THE_DEVELOPER;
  });

  it('survives an error of its handler, which is reported with type and trace', async () => {
    const { invoke, lines } = await start(aFunction('fail'));
    expect(await invoke()).toMatchObject({
      error: 'Unhandled',
      result: { errorType: 'TypeError', errorMessage: 'broken' },
    });
    await invoke();
    expect(part.host.stats().fail).toMatchObject({ coldStarts: 1, errors: 2 });
    expect(lines.some(({ source, level }) => source === 'fail' && level === 'error')).toBe(true);
  });

  it.each([
    ['hang', { timeoutSeconds: 0.2 }, 'Sandbox.Timedout', 'timed out after 0.20 seconds'],
    ['quit', {}, 'Runtime.ExitError', 'exit status 3'],
    ['hog', { memoryMb: 32 }, 'Runtime.ExitError', 'memory limit'],
  ])('that must end (%s) is replaced by a new one', async (name, limits, errorType, message) => {
    const { invoke } = await start(aFunction(name, limits));
    const { result } = await invoke();
    expect(result).toMatchObject({ errorType, errorMessage: expect.stringContaining(message) });
    expect(part.host.stats()[name]?.environments).toBe(0);
    await invoke();
    expect(part.host.stats()[name]?.coldStarts).toBe(2);
  });

  it('that died between two invocations is not used again', async () => {
    const sign = path.join(codeDir, 'sign');
    const { invoke } = await start(aFunction('diesAtSign'));
    expect((await invoke({ sign })).result).toBe(0);
    writeFileSync(sign, '');
    await eventually(async () => (await invoke({ sign })).result === 0);
    expect(part.host.stats().diesAtSign?.coldStarts).toBe(2);
  });

  it('can be killed in the middle of an invocation, which then fails', async () => {
    await start(aFunction('hang'));
    const traceId = 'Root=1-00000000-000000000000000000000000';
    const killed = part.host.invoke('hang', {}, { traceId });
    await eventually(() => {
      part.host.kill(traceId);
      return part.host.stats().hang?.errors === 1;
    });
    expect(await killed).toMatchObject({ failure: { errorType: 'Runtime.ExitError' } });
    expect(part.host.stats().hang?.environments).toBe(0);
  });

  it('that cannot load its code reports why', async () => {
    const { invoke } = await start(aFunction('echo', { handler: 'broken.handler' }));
    expect((await invoke()).result).toMatchObject({ errorMessage: 'no start' });
  });

  it('that nobody uses ends', async () => {
    const { invoke } = await start(aFunction('echo'), { idleMs: 20 });
    await invoke();
    await eventually(() => part.host.stats().echo?.environments === 0);
  });

  it('logs its output under the name of the function, with the level that structured lines say', async () => {
    const { invoke, lines } = await start(aFunction('print'));
    await invoke();
    await eventually(() => lines.some(({ message }) => message.includes('"x"')));
    expect(lines).toContainEqual({ source: 'print', level: 'info', message: 'plain' });
    expect(lines).toContainEqual(expect.objectContaining({ source: 'print', level: 'warn' }));
  });
});

describe('limits', () => {
  it('refuses beyond the reserved concurrency', async () => {
    const { invoke } = await start(aFunction('slow', { reservedConcurrency: 1 }));
    const outcomes = await Promise.allSettled([invoke(), invoke()]);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { name: 'TooManyRequestsException' } }]);
    expect(part.host.stats().slow?.throttles).toBe(1);
  });

  it('lets invocations wait for one of ten environments when nothing is reserved', async () => {
    await start(aFunction('slow'));
    await Promise.all(Array.from({ length: 15 }, () => part.host.invoke('slow', {})));
    expect(part.host.stats().slow).toMatchObject({ invocations: 15, environments: 10 });
  });

  it('refuses a response of more than 6 MB', async () => {
    const { invoke } = await start(aFunction('large'));
    expect((await invoke()).result).toMatchObject({ errorType: 'Function.ResponseSizeTooLarge' });
  });
});

describe('asynchronous invocation', () => {
  it('is accepted at once, retried, and handed to the destination with its event', async () => {
    const records: [string, string][] = [];
    const fn = aFunction('fail', { async: { maxRetries: 1, onFailureArn: 'arn:dead' } });
    const { client } = await start(fn, {
      retryDelaysMs: [1],
      onFailure: (...record) => records.push(record),
    });
    const command = { FunctionName: 'fail', InvocationType: 'Event', Payload: '{"a":1}' } as const;
    expect((await client.send(new InvokeCommand(command))).StatusCode).toBe(202);
    await eventually(() => records.length > 0);
    expect(records[0]?.[0]).toBe('arn:dead');
    expect(JSON.parse(records[0]?.[1] ?? '')).toMatchObject({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 2 },
      requestPayload: { a: 1 },
      responsePayload: { errorMessage: 'broken' },
    });
  });
});
