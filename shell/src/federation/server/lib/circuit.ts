interface CircuitOptions {
  /** How long something that failed is left alone before it is tried again, in milliseconds. */
  openMs: number;
  now?: () => number;
}

/** Whoever asks for things that do not exist cannot fill the memory with them. */
const KEPT_FAILURES = 500;

/**
 * Remembers what failed lately, so that a broken thing costs one slow request and not all of them.
 * Whether it works again is found out behind the requests: none of them waits for it. Who asks while
 * an attempt is under way waits for the rest of that one. All work of a key is the same work.
 */
export function createCircuit({ openMs, now = Date.now }: CircuitOptions) {
  const failing = new Map<string, { retryAtMs: number }>();
  const running = new Map<string, Promise<unknown>>();

  function fail(key: string): void {
    failing.delete(key);
    failing.set(key, { retryAtMs: now() + openMs });
    const [oldest] = failing.keys();
    if (failing.size > KEPT_FAILURES && oldest !== undefined) failing.delete(oldest);
  }

  function probe(key: string, work: () => Promise<unknown>): void {
    failing.set(key, { retryAtMs: Number.POSITIVE_INFINITY });
    work().then(
      () => failing.delete(key),
      () => fail(key),
    );
  }

  async function attempt<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      fail(key);
      throw error;
    }
  }

  return {
    /** Runs `work` unless `key` failed lately; a failure opens the circuit. */
    async run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
      const failure = failing.get(key);
      if (failure) {
        if (now() >= failure.retryAtMs) probe(key, work);
        throw new Error(`${key} failed lately`);
      }
      const known = running.get(key) as Promise<Result> | undefined;
      if (known) return known;
      const first = attempt(key, work).finally(() => running.delete(key));
      running.set(key, first);
      return first;
    },
  };
}
