interface CircuitOptions {
  /** How long something that failed is not tried again, in milliseconds. */
  openMs: number;
  now?: () => number;
}

/** Remembers what failed lately, so that a broken thing costs one slow request and not all of them. */
export function createCircuit({ openMs, now = Date.now }: CircuitOptions) {
  const openUntilMs = new Map<string, number>();
  return {
    /** Runs `work` unless `key` failed lately; a failure opens the circuit, a success closes it. */
    async run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
      if ((openUntilMs.get(key) ?? 0) > now()) throw new Error(`${key} failed lately`);
      try {
        const result = await work();
        openUntilMs.delete(key);
        return result;
      } catch (error) {
        openUntilMs.set(key, now() + openMs);
        throw error;
      }
    },
  };
}
