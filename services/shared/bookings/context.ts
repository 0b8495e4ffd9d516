import type { Log, Metrics } from '../observability';
import type { Payments } from '../payments';
import type { MarketTable } from '../table';

/** What moving a booking takes, in whichever service it happens. */
export interface BookingsContext {
  table: MarketTable;
  payments: Payments;
  /** AWS region that writes; named in the outbox. */
  region: string;
  /** Where providers belong that nobody has moved; absent in a stage of one region, where nobody asks. */
  homeRegion?: string | undefined;
  now: Date;
  /** The client's write, where there is one; noted with the booking, so that its repetition finds it done. */
  operationId?: string;
  /** The visitor's request, where there is one: what follows from it names it too. */
  correlationId?: string;
  log: Log;
  metrics: Metrics;
}
