import type { SourceEdit } from './edits';

/** How long things take in a run: the marketplace's own times, or shorter ones in the same proportions. */
export interface Timing {
  holdSeconds: number;
  approvalSeconds: number;
  /** How long an unfinished write keeps its `Idempotency-Key`; never less than a request may run. */
  lockSeconds: number;
  requestSeconds: number;
}

/** The services with other deadlines; everything else stays as it is. */
export function withTiming({ holdSeconds, approvalSeconds, lockSeconds }: Timing): SourceEdit[] {
  return [
    {
      file: 'domain/process/deadlines.ts',
      find: 'HOLD_SECONDS = 15 * 60;',
      replace: `HOLD_SECONDS = ${holdSeconds};`,
    },
    {
      file: 'domain/process/deadlines.ts',
      find: 'APPROVAL_SECONDS = 24 * 60 * 60;',
      replace: `APPROVAL_SECONDS = ${approvalSeconds};`,
    },
    {
      file: 'shared/lambda/idempotency/store.ts',
      find: 'LOCK_MS = 30_000;',
      replace: `LOCK_MS = ${lockSeconds * 1000};`,
    },
  ];
}
