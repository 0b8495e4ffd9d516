import { isDeepStrictEqual } from 'node:util';
import type { IndexedProvider, Snapshot } from '../../shared/search';

/** By provider id: its document now, or null when it is not to be found any more. */
export type Changes = ReadonlyMap<string, IndexedProvider | null>;

/** The snapshot with the changes in it; the very same one when they change nothing. */
export function mergeSnapshot(snapshot: Snapshot, changes: Changes): Snapshot {
  const providers = { ...snapshot.providers };
  let changed = false;
  for (const [id, document] of changes) {
    if (isDeepStrictEqual(providers[id] ?? null, document)) continue;
    changed = true;
    if (document) providers[id] = document;
    else delete providers[id];
  }
  return changed ? { ...snapshot, providers } : snapshot;
}
