interface Limits {
  /** Failures in a row after which nothing is tried. */
  failures: number;
  /** Until then; afterwards one attempt in each such time, until one succeeds. */
  pauseMs: number;
  now: () => number;
}

export interface CircuitBreaker {
  allows(): boolean;
  succeeded(): void;
  /** True when this failure is the one that opens it. */
  failed(): boolean;
}

/** Spares callers the waiting for something that is known to be broken. */
export function circuitBreaker({ failures, pauseMs, now }: Limits): CircuitBreaker {
  let inARow = 0;
  let closedUntilMs = 0;
  return {
    allows() {
      if (inARow < failures) return true;
      if (now() < closedUntilMs) return false;
      closedUntilMs = now() + pauseMs;
      return true;
    },
    succeeded() {
      inARow = 0;
    },
    failed() {
      inARow += 1;
      if (inARow >= failures) closedUntilMs = now() + pauseMs;
      return inARow === failures;
    },
  };
}
