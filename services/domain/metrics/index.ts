export {
  type DecidedAtEdge,
  EDGE_METRICS,
  type EdgeDecision,
  type EdgeMetricName,
  edgeMetricsLine,
  type TokenFault,
} from './edge';
export { METRIC_NAMESPACE } from './namespace';
export {
  SLICE_DIMENSIONS,
  SLICE_METRICS,
  type SliceMetricName,
  sliceMetricsLine,
} from './slices';

type Unit = 'Count' | 'Seconds' | 'Milliseconds';

interface Metric {
  unit: Unit;
  /** Functions that emit it; each is a value of the dimension `service`. */
  emittedBy: readonly [string, ...string[]];
  meaning: string;
}

/** Every metric that code emits and that dashboards and alarms may name; nothing else may be counted. */
export const METRICS = {
  BookingHeld: { unit: 'Count', emittedBy: ['booking'], meaning: 'A slot is held for payment' },
  BookingRequested: {
    unit: 'Count',
    emittedBy: ['booking-processor', 'sweeper'],
    meaning: 'Authorised; the provider is asked',
  },
  BookingConfirmed: {
    unit: 'Count',
    emittedBy: ['booking-processor', 'sweeper'],
    meaning: 'Paid; the slot is the customer’s',
  },
  BookingExpired: {
    unit: 'Count',
    emittedBy: ['sweeper'],
    meaning: 'A hold nobody paid for, or a request nobody answered, was released',
  },
  BookingCancelled: {
    unit: 'Count',
    emittedBy: ['booking', 'provider'],
    meaning: 'Cancelled by one of both sides',
  },
  SlotConflict: {
    unit: 'Count',
    emittedBy: ['booking'],
    meaning: 'Somebody else was faster; the customer was asked to pick again',
  },
  PaymentFailed: {
    unit: 'Count',
    emittedBy: ['booking-processor'],
    meaning: 'Stripe reports that a card was declined',
  },
  PaymentGivenBack: {
    unit: 'Count',
    emittedBy: ['booking-processor', 'sweeper'],
    meaning: 'Paid too late: the slot was gone and the money goes back',
  },
  WebhookKept: { unit: 'Count', emittedBy: ['payments'], meaning: 'An event of Stripe’s is kept' },
  WebhookRepeated: {
    unit: 'Count',
    emittedBy: ['payments'],
    meaning: 'Stripe sent an event again that is kept already',
  },
  WebhookAge: {
    unit: 'Seconds',
    emittedBy: ['payments'],
    meaning: 'From the moment Stripe made an event to its arrival',
  },
  RefundByOperator: {
    unit: 'Count',
    emittedBy: ['provider'],
    meaning: 'An operator gave money back, whatever the terms',
  },
  RefundFailed: {
    unit: 'Count',
    emittedBy: ['booking-processor'],
    meaning: 'A customer’s bank sent a refund back, days after it was made',
  },
  ReconciliationDifference: {
    unit: 'Count',
    emittedBy: ['reconciler'],
    meaning: 'The ledger and Stripe tell a movement of money differently',
  },
  SearchLatency: {
    unit: 'Milliseconds',
    emittedBy: ['catalog'],
    meaning: 'One search in a market’s snapshot',
  },
  CacheHit: { unit: 'Count', emittedBy: ['catalog', 'slots'], meaning: 'Answered from the cache' },
  CacheMiss: {
    unit: 'Count',
    emittedBy: ['catalog', 'slots'],
    meaning: 'Not in the cache, or no longer right: the table was asked',
  },
  CacheUnavailable: {
    unit: 'Count',
    emittedBy: ['catalog', 'slots'],
    meaning: 'The cache was gone or too slow: the table was asked',
  },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof METRICS;
