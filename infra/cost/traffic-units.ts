import type { JourneyTraffic } from './journey-traffic';

/**
 * When `npm run traffic -w bench` wrote this file, from visits to the cloud on a laptop. Milliseconds are of that
 * machine: 2 cores (Intel(R) Xeon(R) Processor).
 */
export const TRAFFIC_OF = '2026-11-23';

export const JOURNEY_TRAFFIC = {
  home: {
    requests: { fresh: 27, again: 3 },
    kb: { fresh: 330.6, again: 8.2 },
    renders: { missed: 1, known: 0 },
    shellRequests: { missed: 2, known: 1 },
    shellMs: { missed: 120.8, known: 6.4 },
    functions: { catalog: { calls: { missed: 5, known: 1 }, ms: { missed: 151, known: 2.5 } } },
  },
  search: {
    requests: { fresh: 30, again: 2 },
    kb: { fresh: 389.6, again: 2.3 },
    renders: { missed: 1, known: 0 },
    shellRequests: { missed: 2, known: 1 },
    shellMs: { missed: 54.1, known: 11.2 },
    functions: { catalog: { calls: { missed: 2, known: 1 }, ms: { missed: 20.1, known: 1.9 } } },
  },
  provider: {
    requests: { fresh: 36, again: 7 },
    kb: { fresh: 386, again: 15.6 },
    renders: { missed: 1, known: 0 },
    shellRequests: { missed: 2, known: 1 },
    shellMs: { missed: 108.7, known: 0.1 },
    functions: {
      catalog: { calls: { missed: 2, known: 1 }, ms: { missed: 51.3, known: 2.2 } },
      slots: { calls: { missed: 5, known: 5 }, ms: { missed: 47.8, known: 47.8 } },
    },
  },
  slots: {
    requests: { fresh: 31, again: 3 },
    kb: { fresh: 368.7, again: 5 },
    renders: { missed: 1, known: 0 },
    shellRequests: { missed: 2, known: 1 },
    shellMs: { missed: 66.6, known: 0.1 },
    functions: {
      catalog: { calls: { missed: 2, known: 1 }, ms: { missed: 33, known: 1.7 } },
      slots: { calls: { missed: 1, known: 1 }, ms: { missed: 8.9, known: 8.9 } },
    },
  },
  booking: {
    requests: { fresh: 35, again: 10 },
    kb: { fresh: 358.9, again: 40.6 },
    renders: { missed: 2, known: 2 },
    shellRequests: { missed: 5, known: 5 },
    shellMs: { missed: 55.6, known: 54.4 },
    functions: {
      booking: { calls: { missed: 5, known: 5 }, ms: { missed: 144.5, known: 144.5 } },
      catalog: { calls: { missed: 1, known: 1 }, ms: { missed: 4.3, known: 4.3 } },
      slots: { calls: { missed: 1, known: 1 }, ms: { missed: 23.1, known: 23.1 } },
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
        ms: { missed: 40.3, known: 40.3 },
      },
      'cache-invalidator': { calls: { missed: 0.6, known: 0.6 }, ms: { missed: 1, known: 1 } },
      payments: { calls: { missed: 1, known: 1 }, ms: { missed: 40.1, known: 40.1 } },
      'search-indexer': { calls: { missed: 0.6, known: 0.6 }, ms: { missed: 42.4, known: 42.4 } },
    },
  },
} satisfies Record<string, JourneyTraffic>;
