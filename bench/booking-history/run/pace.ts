import type { RunOptions } from './run';

type Pace = Pick<RunOptions, 'timing'> & { faults: NonNullable<RunOptions['faults']> };

/** Requests and webhooks take as long as they may in production; holds and requests for approval run out sooner. */
export const LONG: Pace = {
  timing: {
    holdSeconds: 20,
    approvalSeconds: 60,
    lockSeconds: 30,
    requestSeconds: 15,
    restSeconds: 180,
  },
  faults: { webhookDelayMs: 60_000, everyMs: 2_000 },
};

/** The same, some ten times faster: for tests. */
export const SHORT: Pace = {
  timing: {
    holdSeconds: 3,
    approvalSeconds: 5,
    lockSeconds: 8,
    requestSeconds: 8,
    restSeconds: 60,
  },
  faults: { webhookDelayMs: 4_000, everyMs: 400 },
};
