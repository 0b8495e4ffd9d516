import { randomUUID } from 'node:crypto';
import type { EventSourceSpec } from '../../template/types';
import type { StreamRecord } from './record';

/** What Lambda sends to an event source's on-failure destination: where the records stand, not the records. */
export function streamFailureRecord(given: {
  spec: EventSourceSpec;
  shardId: string;
  streamArn: string;
  records: StreamRecord[];
  attempts: number;
}): string {
  const { records } = given;
  const instant = (record: StreamRecord | undefined) =>
    new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  return JSON.stringify({
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId: randomUUID(),
      functionArn: given.spec.functionArn,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: given.attempts,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    DDBStreamBatchInfo: {
      shardId: given.shardId,
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: instant(records[0]),
      approximateArrivalOfLastRecord: instant(records.at(-1)),
      batchSize: records.length,
      streamArn: given.streamArn,
    },
  });
}
