import type { Log } from '../../observability';
import type { CacheStore } from '../store';
import { circuitBreaker } from './circuit-breaker';
import { within } from './within';

/** What one caller may lose to the cache before it goes to the table, over all it asks of it. */
export const BUDGET_MS = 50;

const FAILURES = 3;
const PAUSE_MS = 2_000;

interface Guarded {
  store: CacheStore;
  log: Log;
  now: () => number;
  budgetMs: number;
}

export interface Attempt {
  /** What the store gave, or undefined when it failed, was too slow, or is not asked for now. */
  ask<Value>(work: (store: CacheStore) => Promise<Value>): Promise<{ value: Value } | undefined>;
}

/** Makes a budget for each caller; failures of all of them decide together whether the store is asked at all. */
export function guardedStore({ store, log, now, budgetMs }: Guarded): () => Attempt {
  const breaker = circuitBreaker({ failures: FAILURES, pauseMs: PAUSE_MS, now });
  return () => {
    let leftMs = budgetMs;
    return {
      async ask(work) {
        if (leftMs <= 0 || !breaker.allows()) return undefined;
        const startedMs = performance.now();
        try {
          const value = await within(leftMs, () => work(store));
          breaker.succeeded();
          return { value };
        } catch (error) {
          if (breaker.failed()) log.warn('The cache is left alone for a while', reasonOf(error));
          return undefined;
        } finally {
          leftMs -= performance.now() - startedMs;
        }
      },
    };
  };
}

/** Not the error itself: a client's carries the command with its values. */
const reasonOf = (error: unknown) => ({
  reason: error instanceof Error ? error.message : String(error),
});
