/** A service as it is watched: its API, if it has one, and its functions, by the names of their bundles. */
export interface WatchedSlice {
  name: string;
  api?: string;
  functions: readonly string[];
  /** Functions that read the table's stream. */
  consumers: readonly string[];
  /** Functions run by the clock. */
  scheduled: readonly string[];
  /** Functions that Secrets Manager calls once a month. */
  rotations?: readonly string[];
  slowMs: number;
}

export const WATCHED_SLICES: readonly WatchedSlice[] = [
  {
    name: 'catalog',
    api: 'catalog',
    functions: ['catalog', 'search-indexer'],
    consumers: ['search-indexer'],
    scheduled: [],
    slowMs: 800,
  },
  {
    name: 'booking',
    api: 'booking',
    functions: ['booking', 'slots', 'booking-processor', 'sweeper'],
    consumers: ['booking-processor'],
    scheduled: ['sweeper'],
    slowMs: 2_000,
  },
  {
    name: 'provider-portal',
    api: 'provider',
    functions: ['provider'],
    consumers: [],
    scheduled: [],
    slowMs: 2_000,
  },
  {
    name: 'payments',
    api: 'payments',
    functions: ['payments', 'reconciler'],
    consumers: [],
    scheduled: ['reconciler'],
    slowMs: 2_000,
  },
  {
    name: 'identity',
    functions: [
      'identity',
      'identity-confirmed',
      'identity-claims',
      'identity-messages',
      'identity-migrated',
    ],
    consumers: [],
    scheduled: [],
    slowMs: 0,
  },
  {
    name: 'releases',
    functions: ['release-guard'],
    consumers: [],
    scheduled: ['release-guard'],
    rotations: ['key-rotation'],
    slowMs: 0,
  },
];
