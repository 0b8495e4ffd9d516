import type { ReleaseRecord } from '@marketplace/services/domain/releases';

/** A slice's record in the store. */
export interface StoredRecord extends ReleaseRecord {
  /** What a rollback returns to. */
  previous?: string;
  /** Instant of the last change. */
  since?: string;
  /** Who made the last change. */
  by?: string;
}

/** The record that serves a new release: to a share of the visitors first, or to all. */
export function activated(
  before: StoredRecord | undefined,
  release: string,
  canaryShare?: number,
): StoredRecord {
  if (!before) return { live: release };
  if (canaryShare === undefined) return replaced(before, release);
  return { ...kept(before), canary: release, share: canaryShare };
}

/** Everybody gets the canary. Throws a sentence when there is none. */
export function promoted(before: StoredRecord | undefined): StoredRecord {
  if (!before?.canary) throw new Error('There is no canary to promote.');
  return replaced(before, before.canary);
}

/** Ends the canary, or, without one, returns everybody to the release before. */
export function rolledBack(before: StoredRecord | undefined): StoredRecord {
  if (before?.canary) return kept(before);
  if (!before?.previous) throw new Error('There is no earlier release to return to.');
  return { live: before.previous, previous: before.live };
}

function replaced(before: StoredRecord, release: string): StoredRecord {
  return before.live === release ? kept(before) : { live: release, previous: before.live };
}

function kept({ live, previous }: StoredRecord): StoredRecord {
  return previous === undefined ? { live } : { live, previous };
}
