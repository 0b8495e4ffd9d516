import type { JourneyTraffic } from './journey-traffic';

/**
 * When `npm run traffic -w bench` wrote this file, from visits to the cloud on a laptop. Milliseconds are of that
 * machine: 2 cores (Intel(R) Xeon(R) Processor).
 */
export const TRAFFIC_OF = '2026-11-23';

export const JOURNEY_TRAFFIC = {
  home: {
    requests: { fresh: 31, again: 9 },
    kb: { fresh: 355.7, again: 36.4 },
    renders: { missed: 4, known: 3 },
    shellRequests: { missed: 8, known: 7 },
    shellMs: { missed: 234.9, known: 96.7 },
    functions: { catalog: { calls: { missed: 5, known: 1 }, ms: { missed: 158.8, known: 3.7 } } },
  },
  search: {
    requests: { fresh: 34, again: 7 },
    kb: { fresh: 414.8, again: 28.5 },
    renders: { missed: 4, known: 3 },
    shellRequests: { missed: 7, known: 6 },
    shellMs: { missed: 178, known: 106.8 },
    functions: { catalog: { calls: { missed: 2, known: 1 }, ms: { missed: 16.6, known: 1.6 } } },
  },
  provider: {
    requests: { fresh: 40, again: 12 },
    kb: { fresh: 479, again: 109.6 },
    renders: { missed: 4, known: 3 },
    shellRequests: { missed: 7, known: 6 },
    shellMs: { missed: 203.9, known: 108.5 },
    functions: {
      catalog: { calls: { missed: 2, known: 1 }, ms: { missed: 54.1, known: 1.9 } },
      slots: { calls: { missed: 5, known: 5 }, ms: { missed: 78.4, known: 78.4 } },
    },
  },
  slots: {
    requests: { fresh: 35, again: 8 },
    kb: { fresh: 407.9, again: 45.1 },
    renders: { missed: 4, known: 3 },
    shellRequests: { missed: 7, known: 6 },
    shellMs: { missed: 167.2, known: 116.8 },
    functions: {
      catalog: { calls: { missed: 2, known: 1 }, ms: { missed: 28.8, known: 1.7 } },
      slots: { calls: { missed: 1, known: 1 }, ms: { missed: 8.9, known: 8.9 } },
    },
  },
  booking: {
    requests: { fresh: 41, again: 17 },
    kb: { fresh: 390.6, again: 74.6 },
    renders: { missed: 5, known: 5 },
    shellRequests: { missed: 12, known: 12 },
    shellMs: { missed: 222.8, known: 222.2 },
    functions: {
      booking: { calls: { missed: 5, known: 5 }, ms: { missed: 144.3, known: 144.3 } },
      catalog: { calls: { missed: 1, known: 1 }, ms: { missed: 7.7, known: 7.7 } },
      slots: { calls: { missed: 1, known: 1 }, ms: { missed: 20, known: 20 } },
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
        ms: { missed: 57.2, known: 57.2 },
      },
      'cache-invalidator': { calls: { missed: 0.6, known: 0.6 }, ms: { missed: 1.6, known: 1.6 } },
      payments: { calls: { missed: 1, known: 1 }, ms: { missed: 74.9, known: 74.9 } },
      'search-indexer': { calls: { missed: 0.6, known: 0.6 }, ms: { missed: 66.4, known: 66.4 } },
    },
  },
} satisfies Record<string, JourneyTraffic>;
