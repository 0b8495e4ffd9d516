import type { JourneyTraffic } from './journey-traffic';

/**
 * When `npm run traffic -w bench` wrote this file, from visits to the cloud on a laptop. Milliseconds are those of 2 cores (Intel(R) Xeon(R) Processor)
 * that others may use too.
 */
export const TRAFFIC_OF = '2026-11-23';

export const JOURNEY_TRAFFIC = {
  home: {
    requests: { fresh: 30, again: 8 },
    kb: { fresh: 352.3, again: 34.4 },
    renders: { missed: 4, known: 3 },
    shellRequests: { missed: 7, known: 6 },
    shellMs: { missed: 662.2, known: 136.7 },
    functions: { catalog: { calls: { missed: 5, known: 1 }, ms: { missed: 392.6, known: 3 } } },
  },
  search: {
    requests: { fresh: 34, again: 7 },
    kb: { fresh: 413.9, again: 28.5 },
    renders: { missed: 4, known: 3 },
    shellRequests: { missed: 7, known: 6 },
    shellMs: { missed: 397.3, known: 176.9 },
    functions: { catalog: { calls: { missed: 2, known: 1 }, ms: { missed: 21.1, known: 2.9 } } },
  },
  provider: {
    requests: { fresh: 40, again: 12 },
    kb: { fresh: 478, again: 109.5 },
    renders: { missed: 4, known: 3 },
    shellRequests: { missed: 7, known: 6 },
    shellMs: { missed: 394.8, known: 223.1 },
    functions: {
      catalog: { calls: { missed: 2, known: 1 }, ms: { missed: 61.9, known: 2.2 } },
      slots: { calls: { missed: 5, known: 5 }, ms: { missed: 141.8, known: 135.4 } },
    },
  },
  slots: {
    requests: { fresh: 35, again: 8 },
    kb: { fresh: 407.1, again: 45.1 },
    renders: { missed: 4, known: 3 },
    shellRequests: { missed: 7, known: 6 },
    shellMs: { missed: 322.4, known: 453.7 },
    functions: {
      catalog: { calls: { missed: 2, known: 1 }, ms: { missed: 60, known: 2.1 } },
      slots: { calls: { missed: 1, known: 1 }, ms: { missed: 9.9, known: 29.1 } },
    },
  },
  booking: {
    requests: { fresh: 41, again: 17 },
    kb: { fresh: 391.4, again: 74.6 },
    renders: { missed: 5, known: 5 },
    shellRequests: { missed: 12, known: 12 },
    shellMs: { missed: 289.6, known: 1034.1 },
    functions: {
      booking: { calls: { missed: 5, known: 5 }, ms: { missed: 204.7, known: 214.1 } },
      catalog: { calls: { missed: 1, known: 1 }, ms: { missed: 2.3, known: 47.3 } },
      slots: { calls: { missed: 1, known: 1 }, ms: { missed: 21, known: 47 } },
    },
  },
  webhook: {
    requests: { fresh: 1, again: 1 },
    kb: { fresh: 1, again: 1 },
    renders: { missed: 0, known: 0 },
    shellRequests: { missed: 0, known: 0 },
    shellMs: { missed: 0, known: 0 },
    functions: {
      'booking-processor': { calls: { missed: 0.5, known: 0.5 }, ms: { missed: 0.5, known: 0.5 } },
      'cache-invalidator': { calls: { missed: 0.6, known: 0.6 }, ms: { missed: 0.5, known: 0.5 } },
      payments: { calls: { missed: 1, known: 1 }, ms: { missed: 25.1, known: 25.1 } },
      'search-indexer': { calls: { missed: 0.6, known: 0.6 }, ms: { missed: 13.6, known: 13.6 } },
    },
  },
} satisfies Record<string, JourneyTraffic>;
