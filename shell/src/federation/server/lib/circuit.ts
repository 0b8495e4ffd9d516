interface CircuitOptions {
  /** How long something that failed is left alone before it is tried again, in milliseconds. */
  openMs: number;
  now?: () => number;
}

/**
 * Remembers what failed lately, so that a broken thing costs one slow request and not all of them.
 * Whether it works again is found out behind the requests: none of them waits for it.
 */
export function createCircuit({ openMs, now = Date.now }: CircuitOptions) {
  const failing = new Map<string, { retryAtMs: number }>();
  const fail = (key: string) => failing.set(key, { retryAtMs: now() + openMs });

  function probe(key: string, work: () => Promise<unknown>): void {
    failing.set(key, { retryAtMs: Number.POSITIVE_INFINITY });
    work().then(
      () => failing.delete(key),
      () => fail(key),
    );
  }

  return {
    /** Runs `work` unless `key` failed lately; a failure opens the circuit. */
    async run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
      const failure = failing.get(key);
      if (failure) {
        if (now() >= failure.retryAtMs) probe(key, work);
        throw new Error(`${key} failed lately`);
      }
      try {
        return await work();
      } catch (error) {
        fail(key);
        throw error;
      }
    },
  };
}
