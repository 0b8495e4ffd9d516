import { z } from 'zod';

const StreamBatch = z.object({
  shardId: z.string(),
  startSequenceNumber: z.string(),
  endSequenceNumber: z.string(),
  approximateArrivalOfFirstRecord: z.string(),
  approximateArrivalOfLastRecord: z.string(),
  batchSize: z.number(),
  streamArn: z.string(),
});
export type StreamBatch = z.infer<typeof StreamBatch>;

const FailureRecord = z.object({
  timestamp: z.string(),
  requestContext: z.object({
    functionArn: z.string(),
    condition: z.string(),
    approximateInvokeCount: z.number(),
  }),
  requestPayload: z.unknown().optional(),
  DDBStreamBatchInfo: StreamBatch.optional(),
});

/** Work that Lambda gave up: a batch of the table's stream, or one event that a function was handed. */
export type GivenUp = {
  at: string;
  /** As Lambda names it, with its alias. */
  functionArn: string;
  condition: string;
  attempts: number;
} & ({ batch: StreamBatch } | { event: unknown });

/** Reads what Lambda sent to an on-failure queue. @throws ZodError for anything else */
export function readGivenUp(body: string): GivenUp {
  const record = FailureRecord.parse(JSON.parse(body));
  const { functionArn, condition, approximateInvokeCount: attempts } = record.requestContext;
  const { DDBStreamBatchInfo: batch, requestPayload: event } = record;
  const common = { at: record.timestamp, functionArn, condition, attempts };
  return batch ? { ...common, batch } : { ...common, event };
}

/** One line about it for a person. */
export function describeGivenUp(work: GivenUp): string {
  const what =
    'batch' in work
      ? `${work.batch.batchSize} records of ${work.batch.approximateArrivalOfFirstRecord}, ${work.batch.shardId} from ${work.batch.startSequenceNumber}`
      : `event ${JSON.stringify(work.event).slice(0, 120)}`;
  return `${work.at}  ${work.condition} after ${work.attempts}: ${what}`;
}
