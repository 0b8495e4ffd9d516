import { browserEntryPath, type SliceName } from '../../domain/releases';

/** Whether a release of a slice was ever published. */
export type KnownReleases = (slice: SliceName, release: string) => Promise<boolean>;

const LIMIT_MS = 2_000;
const UNKNOWN_FOR_MS = 60_000;
const REMEMBERED = 200;

interface Source {
  publicOrigin: string;
  now: () => Date;
  /** Replaced in tests. */
  fetch?: typeof fetch;
}

/**
 * Asks our own distribution for the release's entry and remembers the answer. Every name that is
 * counted becomes a metric that costs money, so that strangers must not make them up.
 */
export function knownReleases({ publicOrigin, now, fetch: ask = fetch }: Source): KnownReleases {
  const known = new Set<string>();
  const unknownUntilMs = new Map<string, number>();
  return async (slice, release) => {
    const path = browserEntryPath(slice, release);
    if (known.has(path)) return true;
    if ((unknownUntilMs.get(path) ?? 0) > now().getTime()) return false;
    const answer = await ask(publicOrigin + path, {
      method: 'HEAD',
      signal: AbortSignal.timeout(LIMIT_MS),
    }).catch(() => undefined);
    if (answer?.ok) known.add(path);
    else unknownUntilMs.set(path, now().getTime() + UNKNOWN_FOR_MS);
    forgetOldest(known);
    forgetOldest(unknownUntilMs);
    return answer?.ok === true;
  };
}

function forgetOldest(entries: Set<string> | Map<string, number>): void {
  for (const oldest of entries.keys()) {
    if (entries.size <= REMEMBERED) return;
    entries.delete(oldest);
  }
}
