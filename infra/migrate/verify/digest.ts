import { createHash } from 'node:crypto';
import { TABLE_KEY } from '@marketplace/services/shared/table';
import { entityOf, type RawItem } from '../target/raw-item';
import type { EntityName } from '../transform/items';

const BUCKETS = 4096;

/** What is known of the items of one entity. */
export interface Sum {
  count: number;
  /** The same for the same items in whatever order. */
  checksum: string;
}

/** Adds up items without keeping them, by entity and by bucket of their keys. */
export class Digest {
  readonly #sums = new Map<EntityName, { count: number; total: bigint }>();
  readonly #counts = new Float64Array(BUCKETS);
  readonly #totals = new BigUint64Array(BUCKETS);

  add(raw: RawItem): void {
    const entity = entityOf(raw);
    if (!entity) return;
    const content = contentHashOf(raw);
    const sum = this.#sums.get(entity) ?? { count: 0, total: 0n };
    sum.count++;
    sum.total = BigInt.asUintN(64, sum.total + content);
    this.#sums.set(entity, sum);
    const bucket = bucketOf(keyOf(raw));
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#totals[bucket] = (this.#totals[bucket] ?? 0n) + content;
  }

  sum(entity: EntityName): Sum {
    const { count, total } = this.#sums.get(entity) ?? { count: 0, total: 0n };
    return { count, checksum: total.toString(16).padStart(16, '0') };
  }

  /** The buckets in which two digests differ. */
  bucketsUnlike(other: Digest): number[] {
    return [...this.#totals.keys()].filter(
      (bucket) =>
        this.#totals[bucket] !== other.#totals[bucket] ||
        this.#counts[bucket] !== other.#counts[bucket],
    );
  }
}

/** `PK|SK` of an item. */
export function keyOf(raw: RawItem): string {
  return `${raw[TABLE_KEY.partition]}|${raw[TABLE_KEY.sort]}`;
}

export function bucketOf(key: string): number {
  return createHash('sha1').update(key).digest().readUInt16BE(0) % BUCKETS;
}

/** 64 bits of everything that an item holds. */
export function contentHashOf(raw: RawItem): bigint {
  return createHash('sha1').update(canonical(raw)).digest().readBigUInt64BE(0);
}

/** JSON with names in order and without what is undefined, as the table holds it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}
