import { Duration } from 'aws-cdk-lib';
import { type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { undigestedQueue } from './functions/undigested-queue';
import type { Platform } from './platform';
import { ServiceFunction, type ServiceFunctionProps } from './service-function';

export interface StreamConsumerProps extends ServiceFunctionProps {
  platform: Platform;
  batchSize: number;
  /** Patterns of Lambda's event filtering, of which one must fit (at most five). */
  filters: Record<string, unknown>[];
}

/** A function fed by the table's stream; what it cannot digest after five attempts is kept for two weeks. */
export class StreamConsumer extends Construct {
  readonly fn: LambdaFunction;

  constructor(scope: Construct, id: string, props: StreamConsumerProps) {
    super(scope, id);
    const undigested = undigestedQueue(this, props);
    const { fn, live } = new ServiceFunction(this, 'Consumer', props);
    live.addEventSource(
      new DynamoEventSource(props.platform.streamedTable(), {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: props.batchSize,
        maxBatchingWindow: Duration.seconds(0),
        filters: props.filters.map((pattern) => ({ pattern: JSON.stringify(pattern) })),
        bisectBatchOnError: true,
        retryAttempts: 5,
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(undigested),
      }),
    );
    this.fn = fn;
  }
}

const itemKeys = (keys: Record<string, unknown[]>) =>
  Object.fromEntries(Object.entries(keys).map(([name, rule]) => [name, { S: rule }]));

/** Stream records whose keys fit, e.g. `{ PK: [{ prefix: 'INBOX#' }] }`. */
export const recordsOf = (keys: Record<string, unknown[]>, eventName?: string[]) => ({
  ...(eventName && { eventName }),
  dynamodb: { Keys: itemKeys(keys) },
});
