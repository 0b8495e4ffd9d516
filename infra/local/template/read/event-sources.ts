import type { CloudAssembly, EventSourceSpec, ResolvedResource } from '../types';
import type { Values } from './values';
import { read } from './values';

const DEFAULT_BATCH_SIZE = 100;
const UNLIMITED = -1;

/** Every event source mapping of the assembly. */
export function readEventSources(assembly: CloudAssembly): EventSourceSpec[] {
  return assembly.resources('AWS::Lambda::EventSourceMapping').map(readEventSource);
}

function readEventSource(resource: ResolvedResource): EventSourceSpec {
  const mapping = read(resource);
  const sourceArn = mapping.text('EventSourceArn');
  const tableName = /^arn:aws:dynamodb:[^:]*:[^:]*:table\/([^/]+)\/stream\//.exec(sourceArn)?.[1];
  const onFailureArn = mapping
    .object('DestinationConfig')
    .object('OnFailure')
    .optionalText('Destination');
  return {
    id: `${resource.stack}-${resource.logicalId}`,
    sourceArn,
    ...(tableName !== undefined && { tableName }),
    functionArn: mapping.text('FunctionName'),
    enabled: !mapping.has('Enabled') || mapping.flag('Enabled'),
    batchSize: mapping.number('BatchSize', DEFAULT_BATCH_SIZE),
    windowSeconds: mapping.number('MaximumBatchingWindowInSeconds', 0),
    startingPosition:
      mapping.optionalText('StartingPosition') === 'LATEST' ? 'LATEST' : 'TRIM_HORIZON',
    filters: readFilters(mapping),
    bisectOnError: mapping.flag('BisectBatchOnFunctionError'),
    maxRetries: mapping.number('MaximumRetryAttempts', UNLIMITED),
    reportsItemFailures: mapping
      .list<string>('FunctionResponseTypes')
      .includes('ReportBatchItemFailures'),
    ...(onFailureArn !== undefined && { onFailureArn }),
  };
}

function readFilters(mapping: Values): Record<string, unknown>[] {
  return mapping
    .object('FilterCriteria')
    .objects('Filters')
    .map((filter) => JSON.parse(filter.text('Pattern')) as Record<string, unknown>);
}
