import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBStreamsClient, Shard } from '@aws-sdk/client-dynamodb-streams';
import type { Log } from '../../part';
import type { EventSourceSpec } from '../../template/types';
import type { Checkpoint } from './checkpoint';
import { type BatchAnswer, deliver } from './deliver';
import { streamFailureRecord } from './failure-record';
import { passesFilters } from './filter';
import type { StreamRecord } from './record';
import { listShards, ShardReader, type StartAt } from './shard-reader';

/** An idle shard is asked less and less often: each question costs a few milliseconds of two processes. */
const POLL_FIRST_MS = 50;
const POLL_LONGEST_MS = 500;
const POLL_GROWTH = 1.5;
/** Children appear when their parent ends; this is for the stream that has no shard yet. */
const DISCOVER_MS = 30_000;
const FIRST_SHARD_MS = 200;
const AFTER_ERROR_MS = 1_000;
const MAX_BACKOFF_MS = 5_000;

export interface MappingOptions {
  spec: EventSourceSpec;
  client: DynamoDBStreamsClient;
  streamArn: string;
  checkpoint: Checkpoint;
  invoke(functionArn: string, event: { Records: StreamRecord[] }): Promise<BatchAnswer>;
  onFailure(destinationArn: string, record: string): void;
  log: Log;
}

export interface MappingStats {
  delivered: number;
  givenUp: number;
}

/** Feeds one function from one stream: every shard in order, parents before their children. */
export class Mapping {
  readonly stats: MappingStats = { delivered: 0, givenUp: 0 };
  private readonly stopping = new AbortController();
  private readonly running = new Map<string, Promise<void>>();
  private readonly loop: Promise<void>;

  constructor(private readonly options: MappingOptions) {
    this.loop = this.follow();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
    await Promise.all(this.running.values());
  }

  /** Starts reading shards as they appear and become readable. */
  private async follow(): Promise<void> {
    const { client, streamArn, checkpoint, spec } = this.options;
    let startAt: StartAt = checkpoint.isNew ? spec.startingPosition : 'TRIM_HORIZON';
    await this.persist(async () => {
      const shards = await listShards(client, streamArn);
      const ids = shards.map(({ ShardId }) => ShardId ?? '');
      checkpoint.keepOnly(ids);
      if (startAt === 'LATEST') skipClosed(shards, checkpoint);
      for (const shard of shards) this.startWhenReadable(shard, ids, startAt);
      if (shards.length === 0) {
        await this.pause(FIRST_SHARD_MS);
        return 'again';
      }
      startAt = 'TRIM_HORIZON';
      await Promise.race([this.pause(DISCOVER_MS), ...this.running.values()]);
      return 'again';
    });
  }

  private startWhenReadable(shard: Shard, known: string[], startAt: StartAt): void {
    const { checkpoint, client, streamArn } = this.options;
    const { ShardId: id = '', ParentShardId: parent } = shard;
    const waitsForParent =
      parent !== undefined && known.includes(parent) && !checkpoint.isFinished(parent);
    if (waitsForParent || checkpoint.isFinished(id) || this.running.has(id)) return;
    const after = checkpoint.position(id);
    const reader = new ShardReader(client, streamArn, id, after ? { after } : startAt);
    const reading = this.read(reader).finally(() => this.running.delete(id));
    this.running.set(id, reading);
  }

  /** Reads a shard to its end, in batches; the position moves once everything before it is settled. */
  private async read(reader: ShardReader): Promise<void> {
    const { spec, checkpoint } = this.options;
    let pending: StreamRecord[] = [];
    let pendingSinceMs = 0;
    let pollMs = POLL_FIRST_MS;
    await this.persist(async () => {
      const { records, ended } = await reader.next(spec.batchSize - pending.length);
      if (pending.length === 0) pendingSinceMs = Date.now();
      pending.push(...records.filter((record) => passesFilters(record, spec.filters)));
      const windowIsOver = Date.now() - pendingSinceMs >= spec.windowSeconds * 1000;
      if (ended || windowIsOver || pending.length >= spec.batchSize) {
        if (pending.length > 0) await this.deliver(reader.shardId, pending);
        pending = [];
      }
      if (pending.length === 0) checkpoint.advance(reader.shardId, reader.lastRead);
      if (ended) {
        checkpoint.finish(reader.shardId);
        return 'done';
      }
      pollMs = records.length > 0 ? POLL_FIRST_MS : Math.min(POLL_LONGEST_MS, pollMs * POLL_GROWTH);
      if (records.length === 0) await this.pause(pollMs);
      return 'again';
    });
  }

  private async deliver(shardId: string, records: StreamRecord[]): Promise<void> {
    const { spec, invoke, streamArn, onFailure, log } = this.options;
    const giveUp = (given: StreamRecord[], attempts: number) => {
      this.stats.givenUp += given.length;
      const message = `${spec.id} gave up ${given.length} records after ${attempts} attempts`;
      log({ source: 'streams', level: 'error', message });
      if (spec.onFailureArn === undefined) return;
      const record = { spec, shardId, streamArn, records: given, attempts };
      onFailure(spec.onFailureArn, streamFailureRecord(record));
    };
    const before = this.stats.givenUp;
    await deliver(
      {
        spec,
        giveUp,
        invoke: (batch) => {
          this.stopping.signal.throwIfAborted();
          return invoke(spec.functionArn, { Records: batch });
        },
        pause: (retry) => this.pause(Math.min(MAX_BACKOFF_MS, 100 * 2 ** retry)),
      },
      records,
    );
    this.stats.delivered += records.length - (this.stats.givenUp - before);
  }

  /** Repeats until it says `done` or the mapping stops; an error is logged and tried again. */
  private async persist(step: () => Promise<'done' | 'again'>): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        if ((await step()) === 'done') return;
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        const message = `${this.options.spec.id}: ${String(error)}`;
        this.options.log({ source: 'streams', level: 'warn', message });
        await this.pause(AFTER_ERROR_MS).catch(() => undefined);
      }
    }
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.stopping.signal });
  }
}

/** For a mapping that starts at the latest record, shards that were closed before are over. */
function skipClosed(shards: Shard[], checkpoint: Checkpoint): void {
  for (const { ShardId = '', SequenceNumberRange } of shards) {
    if (SequenceNumberRange?.EndingSequenceNumber !== undefined) checkpoint.finish(ShardId);
  }
}
