import { randomUUID } from 'node:crypto';
import type { Log, Metrics } from '../observability';
import type { Cache, Entry } from './cache';
import { type Attempt, BUDGET_MS, guardedStore } from './guard/guarded-store';
import { within } from './guard/within';
import type { CacheStore } from './store';

/** Longer than any answer is kept: a version that is forgotten takes its answers with it. */
const VERSION_TTL_MS = 600_000;
/** How long the caller that reads anew keeps others from doing the same. */
const REFRESH_MS = 2_000;
const MAX_ENTRY_LENGTH = 256_000;
const TELL_LIMIT_MS = 1_000;

interface Settings {
  store: CacheStore;
  log: Log;
  metrics: Metrics;
  now: () => number;
  /** Answers of other code are not understood: a canary and live keep their own. */
  codeVersion: string;
  /** What a caller may lose to the cache. */
  budgetMs?: number;
}

interface Kept<Value> {
  version: string;
  /** Just before it was read. */
  atMs: number;
  value: Value;
}

/**
 * Cache-aside. An answer carries the version of what it is about and the moment before it was read; it
 * is given only while that version is the current one and for `staleMs` at most. So it does not matter
 * when a write arrives, whether one is lost, or which key is evicted: at worst the table is asked.
 */
export function versionedCache(settings: Settings): Cache {
  const { store, log, metrics, now, codeVersion, budgetMs = BUDGET_MS } = settings;
  const attempt = guardedStore({ store, log, now, budgetMs });
  const loading = new Map<string, Promise<unknown>>();

  async function lookUp<Value>(tries: Attempt, { tag, name, staleMs }: Entry<Value>) {
    const found = await tries.ask((keys) =>
      keys.get([versionKey(tag), entryKey(tag, name, codeVersion)]),
    );
    if (!found) return undefined;
    const [known, text] = found.value;
    const version = known ?? undefined;
    const kept = parseKept<Value>(text);
    const ageMs = kept ? now() - kept.atMs : 0;
    const usable = kept?.version === version && ageMs < staleMs ? kept : undefined;
    return { version, kept: usable, ageMs };
  }

  /** One read for all that ask for the same under the same version. */
  function once<Value>(key: string, load: () => Promise<Value>): Promise<Value> {
    const running = loading.get(key) as Promise<Value> | undefined;
    if (running) return running;
    const started = load().finally(() => loading.delete(key));
    loading.set(key, started);
    return started;
  }

  async function loadAndKeep<Value>(
    tries: Attempt,
    entry: Entry<Value>,
    seen: string | undefined,
  ): Promise<Value> {
    const { tag, name, staleMs, madeOf } = entry;
    // Known before the reading begins: what changes meanwhile makes the answer worthless.
    const before = seen ?? (madeOf ? undefined : await begin(tries, tag, randomUUID()));
    const atMs = now();
    const value = await entry.load();
    const version = madeOf ? madeOf(value) : before;
    if (version === undefined) return value;
    const current = before ?? (await begin(tries, tag, version));
    // Made of something older or newer than the cache knows of: right for this caller, and kept for nobody.
    if (version !== current) return value;
    const text = JSON.stringify({ version, atMs, value } satisfies Kept<Value>);
    if (text.length > MAX_ENTRY_LENGTH) return value;
    await tries.ask((keys) => keys.set(entryKey(tag, name, codeVersion), text, staleMs));
    return value;
  }

  return {
    async read<Value>(entry: Entry<Value>): Promise<Value> {
      const { tag, name, freshMs } = entry;
      const tries = attempt();
      const found = await lookUp(tries, entry);
      if (!found) {
        metrics.count('CacheUnavailable');
        return entry.load();
      }
      const { version, kept, ageMs } = found;
      if (kept && (ageMs < freshMs || !(await isFirst(tries, tag, name)))) {
        metrics.count('CacheHit');
        return kept.value;
      }
      metrics.count('CacheMiss');
      return once(`${tag} ${name} ${version}`, () => loadAndKeep(tries, entry, version));
    },
    async setVersions(versions) {
      const tell = ([tag, version]: [string, string]) =>
        store.set(versionKey(tag), version, VERSION_TTL_MS);
      await within(TELL_LIMIT_MS, () => Promise.all(Object.entries(versions).map(tell)));
    },
  };
}

/** Keys of one tag lie on one node: what is between braces decides. */
const versionKey = (tag: string) => `{${tag}}:version`;
const entryKey = (tag: string, name: string, code: string) => `{${tag}}:answer:${code}:${name}`;
const refreshKey = (tag: string, name: string) => `{${tag}}:refresh:${name}`;

/** Gives what has no version its first; undefined when somebody else was faster, or nothing was said. */
async function begin(tries: Attempt, tag: string, version: string): Promise<string | undefined> {
  const isSet = await tries.ask((keys) =>
    keys.setIfMissing(versionKey(tag), version, VERSION_TTL_MS),
  );
  return isSet?.value ? version : undefined;
}

/** Whether this caller is the one to read anew. */
async function isFirst(tries: Attempt, tag: string, name: string): Promise<boolean> {
  const isSet = await tries.ask((keys) =>
    keys.setIfMissing(refreshKey(tag, name), '1', REFRESH_MS),
  );
  return isSet?.value ?? false;
}

function parseKept<Value>(text: string | null | undefined): Kept<Value> | undefined {
  if (text === null || text === undefined) return undefined;
  try {
    return JSON.parse(text) as Kept<Value>;
  } catch {
    return undefined;
  }
}
