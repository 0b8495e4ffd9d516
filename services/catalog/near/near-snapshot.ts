import { isDeepStrictEqual } from 'node:util';
import type { NearProvider, NearSnapshot } from '../../domain/near';
import type { Snapshot } from '../../shared/search';
import { nearProvider } from './near-provider';

/**
 * The near snapshot that goes with a search snapshot: providers that changed, or are not in it yet,
 * are made anew; the others stay. The very same one when nothing is different.
 */
export function nearSnapshotOf(
  before: NearSnapshot,
  snapshot: Snapshot,
  changedIds: ReadonlySet<string>,
  nowMs: number,
): NearSnapshot {
  const providers: Record<string, NearProvider> = {};
  for (const [id, provider] of Object.entries(snapshot.providers)) {
    const known = changedIds.has(id) ? undefined : before.providers[id];
    const near = known ?? nearProvider(provider, nowMs);
    if (near) providers[id] = near;
  }
  const after = { ...before, providers };
  return isDeepStrictEqual(before, after) ? before : after;
}
