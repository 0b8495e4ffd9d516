import {
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';
import type { StreamBatch } from './given-up';

const GONE = [
  'TrimmedDataAccessException',
  'ResourceNotFoundException',
  'ExpiredIteratorException',
];

/** The records of a batch as Lambda was given them; undefined once the stream, after a day, has let go of them. */
export async function readBatch(
  streams: DynamoDBStreamsClient,
  batch: StreamBatch,
): Promise<object[] | undefined> {
  try {
    const found = await readSequence(streams, batch);
    return found.length === 0 ? undefined : found.map((record) => asEvent(record, batch));
  } catch (error) {
    if (error instanceof Error && GONE.includes(error.name)) return undefined;
    throw error;
  }
}

async function readSequence(
  streams: DynamoDBStreamsClient,
  { streamArn, shardId, startSequenceNumber, endSequenceNumber }: StreamBatch,
): Promise<StreamRecord[]> {
  const { ShardIterator } = await streams.send(
    new GetShardIteratorCommand({
      StreamArn: streamArn,
      ShardId: shardId,
      ShardIteratorType: 'AT_SEQUENCE_NUMBER',
      SequenceNumber: startSequenceNumber,
    }),
  );
  const end = BigInt(endSequenceNumber);
  const found: StreamRecord[] = [];
  let iterator = ShardIterator;
  while (iterator) {
    const page = await streams.send(new GetRecordsCommand({ ShardIterator: iterator }));
    for (const record of page.Records ?? []) {
      if (BigInt(record.dynamodb?.SequenceNumber ?? '0') > end) return found;
      found.push(record);
      if (record.dynamodb?.SequenceNumber === endSequenceNumber) return found;
    }
    iterator = (page.Records ?? []).length === 0 ? undefined : page.NextShardIterator;
  }
  return found;
}

/** As Lambda's event source spells a record. */
function asEvent(record: StreamRecord, { streamArn }: StreamBatch): object {
  const created = record.dynamodb?.ApproximateCreationDateTime;
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: 'aws:dynamodb',
    awsRegion: record.awsRegion,
    eventSourceARN: streamArn,
    dynamodb: {
      ...record.dynamodb,
      ApproximateCreationDateTime: Math.floor((created?.getTime() ?? 0) / 1000),
    },
  };
}
