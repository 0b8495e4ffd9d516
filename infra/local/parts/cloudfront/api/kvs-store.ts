import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StoreConfig } from '../config/types';

const MAX_STORE_BYTES = 5 * 1024 * 1024;
const MAX_KEY_BYTES = 512;
const MAX_VALUE_BYTES = 1024;

/** The codes of the KeyValueStore API. */
export type StoreErrorCode =
  | 'ConflictException'
  | 'ResourceNotFoundException'
  | 'ServiceQuotaExceededException'
  | 'ValidationException';

export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export interface StoreChange {
  puts: readonly { key: string; value: string }[];
  deletes: readonly string[];
}

interface Saved {
  etag: string;
  createdMs: number;
  modifiedMs: number;
  items: Record<string, string>;
}

/** A KeyValueStore: read by functions, written by its API, kept in a file. */
export class KeyValueStore {
  readonly #file: string;
  readonly #items: Map<string, string>;
  readonly createdMs: number;
  #etag: string;
  #modifiedMs: number;

  constructor(
    readonly config: StoreConfig,
    dir: string,
  ) {
    mkdirSync(dir, { recursive: true });
    this.#file = path.join(dir, `${config.name}.json`);
    const saved = readSaved(this.#file);
    this.#items = new Map(Object.entries(saved.items));
    this.#etag = saved.etag;
    this.createdMs = saved.createdMs;
    this.#modifiedMs = saved.modifiedMs;
  }

  get etag(): string {
    return this.#etag;
  }

  get modifiedMs(): number {
    return this.#modifiedMs;
  }

  get count(): number {
    return this.#items.size;
  }

  get bytes(): number {
    return bytesOf(this.#items);
  }

  get(key: string): string | undefined {
    return this.#items.get(key);
  }

  entries(): [key: string, value: string][] {
    return [...this.#items].sort(([left], [right]) => (left < right ? -1 : 1));
  }

  /** Applies all of a change or nothing, if the store is still the one the writer has seen. */
  update(change: StoreChange, ifMatch: string | undefined): void {
    if (ifMatch !== this.#etag) {
      throw new StoreError('ConflictException', 'The store has changed since it was read.');
    }
    const items = new Map(this.#items);
    for (const key of change.deletes) {
      if (!items.delete(key)) {
        throw new StoreError('ResourceNotFoundException', `Key ${key} does not exist.`);
      }
    }
    for (const { key, value } of change.puts) {
      checkItem(key, value);
      items.set(key, value);
    }
    if (bytesOf(items) > MAX_STORE_BYTES) {
      throw new StoreError('ServiceQuotaExceededException', 'The store is over 5 MB.');
    }
    this.#items.clear();
    for (const [key, value] of items) this.#items.set(key, value);
    this.#save();
  }

  #save(): void {
    this.#etag = newEtag();
    this.#modifiedMs = Date.now();
    const saved: Saved = {
      etag: this.#etag,
      createdMs: this.createdMs,
      modifiedMs: this.#modifiedMs,
      items: Object.fromEntries(this.#items),
    };
    writeFileSync(`${this.#file}.new`, JSON.stringify(saved));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function readSaved(file: string): Saved {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Saved;
  } catch {
    return { etag: newEtag(), createdMs: Date.now(), modifiedMs: Date.now(), items: {} };
  }
}

function checkItem(key: string, value: string): void {
  if (key === '' || Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new StoreError('ValidationException', 'A key has 1 to 512 bytes.');
  }
  if (Buffer.byteLength(value) > MAX_VALUE_BYTES) {
    throw new StoreError('ValidationException', 'A value has up to 1 KB.');
  }
}

function bytesOf(items: ReadonlyMap<string, string>): number {
  let bytes = 0;
  for (const [key, value] of items) bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  return bytes;
}

const newEtag = () => `KV${randomBytes(7).toString('hex').toUpperCase()}`;
