/** Pages of `docs/runbooks`; an alarm names one of them. */
export const RUNBOOKS = [
  'api-errors',
  'api-latency',
  'api-throttling',
  'bookings-fell',
  'cache-unavailable',
  'canary',
  'edge-errors',
  'function-errors',
  'key-rotation',
  'ledger-differs',
  'payments-failing',
  'refund-failed',
  'search-slow',
  'slot-conflicts',
  'spending',
  'stream-behind',
  'table-throttled',
  'undigested-messages',
  'webhooks-late',
] as const;

export type Runbook = (typeof RUNBOOKS)[number];

/** Where an operator finds the page: by path in the repository, which every clone has. */
export const runbookUrl = (runbook: Runbook): string => `docs/runbooks/${runbook}.md`;
