import type { MarketCode } from '../../domain/markets';
import type { ObjectStore } from '../../shared/objects';
import { emptySnapshot, parseSnapshot, type Snapshot, snapshotKey } from '../../shared/search';
import { type Changes, mergeSnapshot } from './merge';

const MAX_ATTEMPTS = 12;
const BACKOFF_MS = 15;

/**
 * Writes what has changed into a market's snapshot. The documents are read after the snapshot and
 * written over that version only: whoever else writes meanwhile, the newest documents win.
 * @throws Error when others kept writing first.
 */
export async function publish(
  objects: ObjectStore,
  market: MarketCode,
  readChanges: () => Promise<Changes>,
): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const { snapshot, expected } = await readSnapshot(objects, market);
    const merged = mergeSnapshot(snapshot, await readChanges());
    if (merged === snapshot) return;
    const written = await objects.write(snapshotKey(market), JSON.stringify(merged), expected);
    if (written !== 'conflict') return;
    await backOff(attempt);
  }
  throw new Error(`The search snapshot of ${market} kept changing`);
}

async function readSnapshot(objects: ObjectStore, market: MarketCode) {
  const found = await objects.read(snapshotKey(market));
  if (found === 'missing' || found === 'not-modified') {
    return { snapshot: emptySnapshot(market), expected: { ifNoneMatch: '*' } as const };
  }
  const snapshot: Snapshot = parseSnapshot(found.body);
  return { snapshot, expected: { ifMatch: found.etag } };
}

function backOff(attempt: number): Promise<void> {
  const waitMs = Math.random() * BACKOFF_MS * 2 ** Math.min(attempt, 5);
  return new Promise((resolve) => setTimeout(resolve, waitMs));
}
