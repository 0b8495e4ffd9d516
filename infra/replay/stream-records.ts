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

/** A stream may answer with nothing although there is more; after so many such answers there is not. */
const MAX_EMPTY_PAGES = 50;

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

/** All records of the batch, or none: half a batch that is digested would pass for the whole. */
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
  let emptyPages = 0;
  while (iterator && emptyPages < MAX_EMPTY_PAGES) {
    const { Records = [], NextShardIterator } = await streams.send(
      new GetRecordsCommand({ ShardIterator: iterator }),
    );
    for (const record of Records) {
      if (BigInt(record.dynamodb?.SequenceNumber ?? '0') > end) return found;
      found.push(record);
      if (record.dynamodb?.SequenceNumber === endSequenceNumber) return found;
    }
    emptyPages = Records.length === 0 ? emptyPages + 1 : 0;
    iterator = NextShardIterator;
  }
  return [];
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
