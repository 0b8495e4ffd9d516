import { entityOf, type RawItem } from '../target/raw-item';
import { bucketOf, contentHashOf, keyOf } from './digest';

/** Items by how source and table disagree about them; a few keys of each. */
export interface Differences {
  /** In the source, not in the table. */
  missing: string[];
  /** In the table with another content. */
  different: string[];
  /** In the table, not from the source. */
  extra: string[];
}

/** Enough to see what is wrong, few enough for memory. */
const BUCKETS_LOOKED_AT = 64;

/** Looks again at the buckets that differ, item by item. */
export async function differencesIn(
  buckets: readonly number[],
  expected: () => AsyncGenerator<RawItem[]>,
  actual: () => AsyncGenerator<RawItem[]>,
): Promise<Differences> {
  if (buckets.length === 0) return { missing: [], different: [], extra: [] };
  const wanted = new Set(buckets.slice(0, BUCKETS_LOOKED_AT));
  const source = await hashesOf(expected(), wanted);
  const table = await hashesOf(actual(), wanted);
  const keys = [...source.keys()];
  return {
    missing: keys.filter((key) => !table.has(key)),
    different: keys.filter((key) => table.has(key) && table.get(key) !== source.get(key)),
    extra: [...table.keys()].filter((key) => !source.has(key)),
  };
}

async function hashesOf(
  pages: AsyncGenerator<RawItem[]>,
  wanted: ReadonlySet<number>,
): Promise<Map<string, bigint>> {
  const hashes = new Map<string, bigint>();
  for await (const page of pages) {
    for (const raw of page) {
      if (!entityOf(raw)) continue;
      const key = keyOf(raw);
      if (wanted.has(bucketOf(key))) hashes.set(key, contentHashOf(raw));
    }
  }
  return hashes;
}
