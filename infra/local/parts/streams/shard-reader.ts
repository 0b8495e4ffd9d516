import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  type ShardIteratorType,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { type StreamRecord, toLambdaRecord } from './record';

/** Every shard of the stream, over all pages. */
export async function listShards(
  client: DynamoDBStreamsClient,
  streamArn: string,
): Promise<Shard[]> {
  const shards: Shard[] = [];
  let after: string | undefined;
  do {
    const { StreamDescription } = await client.send(
      new DescribeStreamCommand({
        StreamArn: streamArn,
        ...(after !== undefined && { ExclusiveStartShardId: after }),
      }),
    );
    shards.push(...(StreamDescription?.Shards ?? []));
    after = StreamDescription?.LastEvaluatedShardId;
  } while (after !== undefined);
  return shards;
}

export type StartAt = { after: string } | 'TRIM_HORIZON' | 'LATEST';

/** Reads one shard page by page; knows how to go on when its iterator has expired or its place was trimmed. */
export class ShardReader {
  private iterator: string | undefined;
  private ended = false;

  constructor(
    private readonly client: DynamoDBStreamsClient,
    private readonly streamArn: string,
    readonly shardId: string,
    private startAt: StartAt,
  ) {}

  /** Sequence number of the last record read, here or before a restart. */
  get lastRead(): string | undefined {
    return typeof this.startAt === 'string' ? undefined : this.startAt.after;
  }

  /** Up to `limit` records; `ended` when the shard holds no more and never will. */
  async next(limit: number): Promise<{ records: StreamRecord[]; ended: boolean }> {
    if (this.ended || limit === 0) return { records: [], ended: this.ended };
    try {
      return await this.page(limit);
    } catch (error) {
      if (error instanceof TrimmedDataAccessException) this.startAt = 'TRIM_HORIZON';
      else if (!(error instanceof ExpiredIteratorException)) throw error;
      this.iterator = undefined;
      return { records: [], ended: false };
    }
  }

  private async page(limit: number): Promise<{ records: StreamRecord[]; ended: boolean }> {
    this.iterator ??= await this.open();
    const page = await this.client.send(
      new GetRecordsCommand({ ShardIterator: this.iterator, Limit: limit }),
    );
    this.iterator = page.NextShardIterator;
    this.ended = this.iterator === undefined;
    const records = (page.Records ?? []).map((record) => toLambdaRecord(record, this.streamArn));
    const last = records.at(-1);
    if (last) this.startAt = { after: last.dynamodb.SequenceNumber };
    return { records, ended: this.ended };
  }

  private async open(): Promise<string | undefined> {
    const { startAt } = this;
    const type: ShardIteratorType = typeof startAt === 'string' ? startAt : 'AFTER_SEQUENCE_NUMBER';
    const { ShardIterator } = await this.client.send(
      new GetShardIteratorCommand({
        StreamArn: this.streamArn,
        ShardId: this.shardId,
        ShardIteratorType: type,
        ...(typeof startAt !== 'string' && { SequenceNumber: startAt.after }),
      }),
    );
    return ShardIterator;
  }
}
