import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Saved {
  streamArn: string;
  /** Shard → last sequence number processed. */
  positions: Record<string, string>;
  /** Shards read to their end. */
  finished: string[];
}

/** How far a mapping has read one stream; of another stream than the one saved it knows nothing. */
export class Checkpoint {
  private readonly saved: Saved;

  /** Without a file it forgets when the process ends. */
  constructor(
    private readonly file: string | undefined,
    streamArn: string,
  ) {
    const kept = readSaved(file);
    this.saved = kept?.streamArn === streamArn ? kept : { streamArn, positions: {}, finished: [] };
  }

  /** Whether the mapping has read from this stream before. */
  get isNew(): boolean {
    return Object.keys(this.saved.positions).length === 0 && this.saved.finished.length === 0;
  }

  position(shardId: string): string | undefined {
    return this.saved.positions[shardId];
  }

  isFinished(shardId: string): boolean {
    return this.saved.finished.includes(shardId);
  }

  advance(shardId: string, sequenceNumber: string | undefined): void {
    if (sequenceNumber === undefined || sequenceNumber === this.position(shardId)) return;
    this.saved.positions[shardId] = sequenceNumber;
    this.save();
  }

  finish(shardId: string): void {
    delete this.saved.positions[shardId];
    if (!this.isFinished(shardId)) this.saved.finished.push(shardId);
    this.save();
  }

  /** Forgets finished shards that the stream no longer lists. */
  keepOnly(shardIds: string[]): void {
    this.saved.finished = this.saved.finished.filter((id) => shardIds.includes(id));
  }

  private save(): void {
    if (this.file === undefined) return;
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.next`, JSON.stringify(this.saved));
    renameSync(`${this.file}.next`, this.file);
  }
}

function readSaved(file: string | undefined): Saved | undefined {
  if (file === undefined || !existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as Saved;
}
