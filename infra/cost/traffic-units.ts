import type { JourneyTraffic } from './journey-traffic';

/**
 * When `npm run traffic -w bench` wrote this file, from visits to the cloud on a laptop. Milliseconds are of that
 * machine: 2 cores (Intel(R) Xeon(R) Processor).
 */
export const TRAFFIC_OF = '2026-11-23';

export const JOURNEY_TRAFFIC = {
  home: {
    requests: { fresh: 27, again: 3 },
    kb: { fresh: 329.7, again: 8.2 },
    renders: { missed: 1, known: 0 },
    shellRequests: { missed: 2, known: 1 },
    shellMs: { missed: 97.2, known: 0.1 },
    functions: { catalog: { calls: { missed: 5, known: 1 }, ms: { missed: 160.2, known: 1.7 } } },
  },
  search: {
    requests: { fresh: 30, again: 2 },
    kb: { fresh: 389.5, again: 2.2 },
    renders: { missed: 1, known: 0 },
    shellRequests: { missed: 2, known: 1 },
    shellMs: { missed: 80.2, known: 4.5 },
    functions: { catalog: { calls: { missed: 2, known: 1 }, ms: { missed: 16.8, known: 2.4 } } },
  },
  provider: {
    requests: { fresh: 36, again: 7 },
    kb: { fresh: 385.9, again: 15.5 },
    renders: { missed: 1, known: 0 },
    shellRequests: { missed: 2, known: 1 },
    shellMs: { missed: 70.9, known: 0.1 },
    functions: {
      catalog: { calls: { missed: 2, known: 1 }, ms: { missed: 35.7, known: 1.7 } },
      slots: { calls: { missed: 5, known: 5 }, ms: { missed: 55.3, known: 55.3 } },
    },
  },
  slots: {
    requests: { fresh: 31, again: 3 },
    kb: { fresh: 368.6, again: 4.9 },
    renders: { missed: 1, known: 0 },
    shellRequests: { missed: 2, known: 1 },
    shellMs: { missed: 73.9, known: 0.1 },
    functions: {
      catalog: { calls: { missed: 2, known: 1 }, ms: { missed: 30.9, known: 1.5 } },
      slots: { calls: { missed: 1, known: 1 }, ms: { missed: 7.5, known: 7.5 } },
    },
  },
  booking: {
    requests: { fresh: 35, again: 10 },
    kb: { fresh: 357.3, again: 39.3 },
    renders: { missed: 2, known: 2 },
    shellRequests: { missed: 5, known: 5 },
    shellMs: { missed: 29.7, known: 28.6 },
    functions: {
      booking: { calls: { missed: 5, known: 5 }, ms: { missed: 129, known: 129 } },
      catalog: { calls: { missed: 1, known: 1 }, ms: { missed: 4.6, known: 4.6 } },
      slots: { calls: { missed: 1, known: 1 }, ms: { missed: 18.9, known: 18.9 } },
    },
  },
  webhook: {
    requests: { fresh: 1, again: 1 },
    kb: { fresh: 1, again: 1 },
    renders: { missed: 0, known: 0 },
    shellRequests: { missed: 0, known: 0 },
    shellMs: { missed: 0, known: 0 },
    functions: {
      'booking-processor': {
        calls: { missed: 0.5, known: 0.5 },
        ms: { missed: 30.8, known: 30.8 },
      },
      'cache-invalidator': { calls: { missed: 0.6, known: 0.6 }, ms: { missed: 0.7, known: 0.7 } },
      payments: { calls: { missed: 1, known: 1 }, ms: { missed: 35.5, known: 35.5 } },
      'search-indexer': { calls: { missed: 0.6, known: 0.6 }, ms: { missed: 28.6, known: 28.6 } },
    },
  },
} satisfies Record<string, JourneyTraffic>;
