import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { silentLog, silentMetrics } from '../observability';
import type { Cache, Entry } from './cache';
import { BUDGET_MS } from './guard/guarded-store';
import type { CacheStore } from './store';
import { memoryStore } from './testing';
import { versionedCache } from './versioned-cache';

const FRESH_MS = 10;
const STALE_MS = 100;

function aCache(store: CacheStore = memoryStore(), codeVersion = '1') {
  let nowMs = 1_000;
  const cache = versionedCache({
    ...{ store, codeVersion, log: silentLog, metrics: silentMetrics },
    now: () => nowMs,
  });
  const wait = (ms: number) => {
    nowMs += ms;
  };
  return { cache, store, wait };
}

const about = <Value>(load: () => Promise<Value>, more: Partial<Entry<Value>> = {}) => ({
  ...{ tag: 'provider:p1', name: 'page', freshMs: FRESH_MS, staleMs: STALE_MS },
  load,
  ...more,
});

/** Reads the next number each time. */
function counted() {
  let reads = 0;
  return vi.fn(async () => ++reads);
}

const changed = (cache: Cache, version: string) => cache.setVersions({ 'provider:p1': version });

describe('an answer', () => {
  it('is read once while it is fresh', async () => {
    const { cache } = aCache();
    const load = counted();
    expect([await cache.read(about(load)), await cache.read(about(load))]).toEqual([1, 1]);
  });

  it('is read anew as soon as what it is about has changed', async () => {
    const { cache } = aCache();
    const load = counted();
    await cache.read(about(load));
    await changed(cache, 'v2');
    expect(await cache.read(about(load))).toBe(2);
  });

  it('that was being read while something changed is kept for nobody', async () => {
    const { cache } = aCache();
    const overtaken = about(async () => {
      await changed(cache, 'v2');
      return 'old';
    });
    expect(await cache.read(overtaken)).toBe('old');
    expect(await cache.read(about(async () => 'new'))).toBe('new');
  });

  it('past its freshness is read anew by one, and serves the others meanwhile', async () => {
    const { cache, wait } = aCache();
    await cache.read(about(async () => 'old'));
    wait(FRESH_MS);
    let answer = (_value: string) => {};
    const slow = new Promise<string>((resolve) => {
      answer = resolve;
    });
    const first = cache.read(about(() => slow));
    expect(await cache.read(about(async () => 'unasked'))).toBe('old');
    answer('new');
    expect(await first).toBe('new');
    expect(await cache.read(about(async () => 'unasked'))).toBe('new');
  });

  it('too old is given to nobody, though no change was ever reported', async () => {
    const { cache, wait } = aCache();
    const load = counted();
    await cache.read(about(load));
    wait(STALE_MS);
    expect(await cache.read(about(load))).toBe(2);
  });

  it('ages from before it was read: who was put to sleep meanwhile keeps nothing fresh', async () => {
    const { cache, wait } = aCache();
    await cache.read(
      about(async () => {
        wait(STALE_MS);
        return 'old';
      }),
    );
    expect(await cache.read(about(async () => 'new'))).toBe('new');
  });

  it('is read once for all who ask at the same moment', async () => {
    const { cache } = aCache();
    const load = counted();
    await changed(cache, 'v1');
    const all = await Promise.all(Array.from({ length: 20 }, () => cache.read(about(load))));
    expect(new Set(all)).toEqual(new Set([1]));
  });

  it('is for the code that made it', async () => {
    const store = memoryStore();
    await aCache(store, '1').cache.read(about(async () => 'of live'));
    const ofCanary = await aCache(store, '2').cache.read(about(async () => 'of the canary'));
    expect(ofCanary).toBe('of the canary');
  });

  it('that failed is kept for nobody', async () => {
    const { cache } = aCache();
    const failing = about(() => Promise.reject(new Error('no such provider')));
    await expect(cache.read(failing)).rejects.toThrow('no such provider');
    expect(await cache.read(about(async () => 'there now'))).toBe('there now');
  });

  it('with a version of its own serves only under that version', async () => {
    const { cache } = aCache();
    const made = (value: string) => about(async () => value, { madeOf: (of: string) => of });
    await changed(cache, 'snapshot 2');
    expect(await cache.read(made('snapshot 1'))).toBe('snapshot 1');
    expect(await cache.read(made('snapshot 2'))).toBe('snapshot 2');
    expect(await cache.read(made('snapshot 3'))).toBe('snapshot 2');
  });
});

describe('a cache', () => {
  it.each<[string, () => CacheStore]>([
    ['gone', () => broken(() => Promise.reject(new Error('gone')))],
    ['silent', () => broken(() => new Promise(() => {}))],
    ['full of nonsense', () => ({ ...memoryStore(), get: async () => ['v', '{"half'] })],
  ])('that is %s answers as the table does', async (_what, store) => {
    const { cache } = aCache(store());
    const load = counted();
    const startedMs = performance.now();
    for (let asked = 1; asked <= 20; asked++) expect(await cache.read(about(load))).toBe(asked);
    expect(performance.now() - startedMs).toBeLessThan(20 * BUDGET_MS);
  });

  it('that failed three times is left alone, and tried again later', async () => {
    const get = vi.fn(() => Promise.reject(new Error('gone')));
    const { cache, wait } = aCache({ ...memoryStore(), get });
    for (let asked = 0; asked < 10; asked++) await cache.read(about(async () => 'of the table'));
    expect(get).toHaveBeenCalledTimes(3);
    wait(2_000);
    await cache.read(about(async () => 'of the table'));
    await cache.read(about(async () => 'of the table'));
    expect(get).toHaveBeenCalledTimes(4);
  });
});

const broken = (fail: () => Promise<never>): CacheStore => ({
  get: fail,
  set: fail,
  setIfMissing: fail,
});

type Step = 'write' | 'report' | 'read' | 'evict version' | 'evict answer' | 'wait';
const STEPS: Step[] = ['write', 'report', 'read', 'evict version', 'evict answer', 'wait'];

describe('whatever happens in whatever order', () => {
  it('an answer is never older than the last reported write, nor than its time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { maxLength: 60 }), async (steps) => {
        const store = memoryStore();
        const { cache, wait } = aCache(store);
        const written = [{ value: 0, ageMs: 0 }];
        let reported = 0;
        const latest = () => written.length - 1;
        const act: Record<Step, () => unknown> = {
          write: () => written.push({ value: written.length, ageMs: 0 }),
          report: async () => {
            reported = latest();
            await changed(cache, `version ${reported} ${Math.random()}`);
          },
          wait: () => {
            wait(30);
            for (const each of written) each.ageMs += 30;
          },
          'evict version': () => store.evict('version'),
          'evict answer': () => store.evict('answer'),
          read: async () => {
            const seen = await cache.read(about(async () => latest()));
            expect(seen).toBeGreaterThanOrEqual(reported);
            // What overtook the answer is no older than an answer may be.
            const overtaking = written[seen + 1];
            if (overtaking) expect(overtaking.ageMs).toBeLessThan(STALE_MS);
          },
        };
        for (const step of steps) await act[step]();
      }),
    );
  });
});
