import { seededRandom } from '../../stripe/webhooks/random';

/** How a request to DynamoDB goes wrong on purpose. */
export type Fault =
  /** Refused for want of capacity; nothing is done. */
  | 'throttle'
  /** Refused because another transaction holds an item; nothing is done. */
  | 'conflict'
  /** The connection breaks before the request arrives. */
  | 'lose-request'
  /** The request is carried out, then the connection breaks. */
  | 'lose-answer'
  /** Whoever asked dies before its transaction arrives, or right after it was carried out. */
  | 'kill-before'
  | 'kill-after';

/** One request, as far as faults depend on it. */
export interface DynamoDbCall {
  /** `PutItem`, `TransactWriteItems`, … */
  operation: string;
  /** The invocation that asks: its `X-Amzn-Trace-Id`. */
  traceId: string;
}

/** Which fault a request meets, if any. */
export type FaultPlan = (call: DynamoDbCall) => Fault | undefined;

/** Shares of the requests that meet a fault, 0 to 1; a fault that does not fit an operation never meets it. */
export type FaultRates = Partial<Record<Fault, number>>;

const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems'];
const TRANSACTIONS = ['TransactWriteItems', 'TransactGetItems'];

const FITS: Record<Fault, (operation: string) => boolean> = {
  throttle: () => true,
  conflict: (operation) => TRANSACTIONS.includes(operation),
  'lose-request': () => true,
  'lose-answer': (operation) => WRITES.includes(operation),
  'kill-before': (operation) => operation === 'TransactWriteItems',
  'kill-after': (operation) => operation === 'TransactWriteItems',
};

/** Draws a fault for every request; the same seed gives the same sequence of draws. */
export function randomFaults(rates: FaultRates, seed: number): FaultPlan {
  const random = seededRandom(seed);
  const faults = Object.entries(rates) as [Fault, number][];
  return ({ operation }) => {
    let draw = random();
    for (const [fault, share] of faults) {
      if (!FITS[fault](operation)) continue;
      if (draw < share) return fault;
      draw -= share;
    }
    return undefined;
  };
}
