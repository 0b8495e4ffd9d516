import { functionName } from '../assembly';
import type { AsyncInvokeSpec, CloudAssembly, FunctionSpec, ResolvedResource } from '../types';
import { read } from './values';

const DEFAULT_MEMORY_MB = 128;
const DEFAULT_TIMEOUT_SECONDS = 3;
const DEFAULT_ASYNC_RETRIES = 2;

/** Every function of a region; without one, of all regions. */
export function readFunctions(assembly: CloudAssembly, region?: string): FunctionSpec[] {
  return assembly
    .resources('AWS::Lambda::Function')
    .filter((fn) => region === undefined || fn.region === region)
    .map((fn) => readFunction(assembly, fn));
}

function readFunction(assembly: CloudAssembly, resource: ResolvedResource): FunctionSpec {
  const fn = read(resource);
  const reserved = fn.optionalNumber('ReservedConcurrentExecutions');
  return {
    name: resource.name,
    arn: resource.arn,
    region: resource.region,
    stack: resource.stack,
    codeDir: assembly.assetDir(resource),
    handler: fn.text('Handler'),
    memoryMb: fn.number('MemorySize', DEFAULT_MEMORY_MB),
    timeoutSeconds: fn.number('Timeout', DEFAULT_TIMEOUT_SECONDS),
    environment: Object.fromEntries(
      fn
        .object('Environment')
        .object('Variables')
        .entries()
        .map(([name, value]) => [name, String(value)]),
    ),
    ...(reserved !== undefined && { reservedConcurrency: reserved }),
    aliases: qualifiersOf(assembly, resource),
    async: readAsyncInvoke(assembly, resource),
  };
}

function qualifiersOf(assembly: CloudAssembly, fn: ResolvedResource): string[] {
  return assembly
    .resources('AWS::Lambda::Alias')
    .filter((alias) => belongsTo(fn, read(alias).text('FunctionName'), alias.region))
    .map((alias) => alias.name);
}

function readAsyncInvoke(assembly: CloudAssembly, fn: ResolvedResource): AsyncInvokeSpec {
  const config = assembly
    .resources('AWS::Lambda::EventInvokeConfig')
    .find((candidate) => belongsTo(fn, read(candidate).text('FunctionName'), candidate.region));
  const destination = config
    ? read(config).object('DestinationConfig').object('OnFailure').optionalText('Destination')
    : undefined;
  const onFailureArn = destination ?? read(fn).object('DeadLetterConfig').optionalText('TargetArn');
  return {
    maxRetries: config
      ? read(config).number('MaximumRetryAttempts', DEFAULT_ASYNC_RETRIES)
      : DEFAULT_ASYNC_RETRIES,
    ...(onFailureArn !== undefined && { onFailureArn }),
  };
}

function belongsTo(fn: ResolvedResource, reference: string, region: string): boolean {
  return fn.region === region && fn.name === functionName(reference);
}
