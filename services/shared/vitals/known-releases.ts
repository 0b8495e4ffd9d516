import { browserEntryPath, type SliceName } from '../../domain/releases';
import type { ObjectStore } from '../objects';

/** Whether a release of a slice was ever published. */
export type KnownReleases = (slice: SliceName, release: string) => Promise<boolean>;

const LIMIT_MS = 2_000;
const UNKNOWN_FOR_MS = 60_000;
const REMEMBERED = 200;

interface Source {
  now: () => Date;
  /** Whether there is a public file at the path. */
  isThere: (path: string) => Promise<boolean>;
}

/**
 * Asks for the release's entry and remembers the answer. Every name that is counted becomes a metric
 * that costs money, so that strangers must not make them up.
 */
export function knownReleases({ now, isThere }: Source): KnownReleases {
  const known = new Set<string>();
  const unknownUntilMs = new Map<string, number>();
  return async (slice, release) => {
    const path = browserEntryPath(slice, release);
    if (known.has(path)) return true;
    if ((unknownUntilMs.get(path) ?? 0) > now().getTime()) return false;
    const isKnown = await isThere(path).catch(() => false);
    if (isKnown) known.add(path);
    else unknownUntilMs.set(path, now().getTime() + UNKNOWN_FOR_MS);
    forgetOldest(known);
    forgetOldest(unknownUntilMs);
    return isKnown;
  };
}

/** Looks where browsers get it from: at our own distribution. */
export function servedAt(publicOrigin: string, ask: typeof fetch = fetch): Source['isThere'] {
  return async (path) => {
    const signal = AbortSignal.timeout(LIMIT_MS);
    return (await ask(publicOrigin + path, { method: 'HEAD', signal })).ok;
  };
}

/** Looks where the distribution gets it from, for who cannot reach the distribution. */
export function storedIn(objects: Pick<ObjectStore, 'read'>): Source['isThere'] {
  return async (path) => (await objects.read(path.slice(1))) !== 'missing';
}

function forgetOldest(entries: Set<string> | Map<string, number>): void {
  for (const oldest of entries.keys()) {
    if (entries.size <= REMEMBERED) return;
    entries.delete(oldest);
  }
}
