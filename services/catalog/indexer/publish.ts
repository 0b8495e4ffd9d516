import type { MarketCode } from '../../domain/markets';
import { nearSnapshotKey, parseNearSnapshot } from '../../domain/near';
import type { ObjectStore } from '../../shared/objects';
import { emptySnapshot, parseSnapshot, snapshotKey } from '../../shared/search';
import { nearSnapshotOf } from '../near/near-snapshot';
import { type Changes, mergeSnapshot } from './merge';

const MAX_ATTEMPTS = 12;
const BACKOFF_MS = 15;

/** Where a market's two snapshots lie: the search's at home, the edge's next to the edge. */
export interface SnapshotStores {
  search: ObjectStore;
  near: ObjectStore;
}

/**
 * Writes what has changed into a market's two snapshots, the search's and the edge's. The documents
 * are read after both and written over those versions only: whoever else writes meanwhile, the newest
 * documents win. Who dies between the two writes is repeated by the stream and writes the second.
 * Answers the version of the search's snapshot; none while there is nothing to search.
 * @throws Error when others kept writing first.
 */
export async function publish(
  stores: SnapshotStores,
  market: MarketCode,
  readChanges: () => Promise<Changes>,
  now: () => Date,
): Promise<string | undefined> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const outcome = await tryToPublish(stores, market, readChanges, now);
    if (outcome !== 'conflict') return outcome.etag;
    await backOff(attempt);
  }
  throw new Error(`The snapshots of ${market} kept changing`);
}

/** A conflict when another writer was faster. */
async function tryToPublish(
  ...[stores, market, readChanges, now]: Parameters<typeof publish>
): Promise<{ etag: string | undefined } | 'conflict'> {
  const near = await readNear(stores.near, market);
  const search = await readSearch(stores.search, market);
  const changes = await readChanges();
  const merged = mergeSnapshot(search.snapshot, changes);
  let { etag } = search;
  if (merged !== search.snapshot) {
    const body = JSON.stringify(merged);
    const written = await stores.search.write(snapshotKey(market), body, search.expected);
    if (written === 'conflict') return 'conflict';
    etag = written.etag;
  }
  const nowMs = now().getTime();
  const after = nearSnapshotOf(near.snapshot, merged, new Set(changes.keys()), nowMs);
  if (after === near.snapshot) return { etag };
  const body = JSON.stringify(after);
  const written = await stores.near.write(nearSnapshotKey(market), body, near.expected);
  return written === 'conflict' ? 'conflict' : { etag };
}

const NOTHING_THERE = { ifNoneMatch: '*' } as const;

async function readSearch(objects: ObjectStore, market: MarketCode) {
  const found = await objects.read(snapshotKey(market));
  if (found === 'missing' || found === 'not-modified') {
    return { snapshot: emptySnapshot(market), expected: NOTHING_THERE, etag: undefined };
  }
  const { body, etag } = found;
  return { snapshot: parseSnapshot(body), expected: { ifMatch: etag }, etag };
}

async function readNear(objects: ObjectStore, market: MarketCode) {
  const found = await objects.read(nearSnapshotKey(market));
  if (found === 'missing' || found === 'not-modified') {
    return { snapshot: { version: 1, market, providers: {} } as const, expected: NOTHING_THERE };
  }
  return { snapshot: parseNearSnapshot(found.body, market), expected: { ifMatch: found.etag } };
}

function backOff(attempt: number): Promise<void> {
  const waitMs = Math.random() * BACKOFF_MS * 2 ** Math.min(attempt, 5);
  return new Promise((resolve) => setTimeout(resolve, waitMs));
}
