import type { BookingCreated } from '@marketplace/services/booking/contract';
import autocannon from 'autocannon';
import { count, emptyTally, type Tally } from './tally';
import type { Customers } from './visitors/bookings';
import type { Catalogue } from './visitors/catalogue';
import { type Kind, kindAt, visitOf } from './visitors/mix';

/** Longer than the distribution waits for an origin. */
const LOST_AFTER_SECONDS = 40;
const MOST_CONNECTIONS = 400;

export interface Visitors {
  origin: string;
  catalogue: Catalogue;
  customers: Customers;
}

export interface Driven {
  askedPerSecond: number;
  answeredPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Connections that broke and answers that never came. */
  lost: number;
  tally: Tally;
}

let visited = 0;

/** Sends the mix at a rate, each visitor waiting for the answer before asking again. */
export async function drive(
  { origin, catalogue, customers }: Visitors,
  perSecond: number,
  seconds: number,
): Promise<Driven> {
  const tally = emptyTally();
  const result = await autocannon({
    url: origin,
    connections: Math.min(perSecond, MOST_CONNECTIONS),
    overallRate: perSecond,
    duration: seconds,
    timeout: LOST_AFTER_SECONDS,
    ignoreCoordinatedOmission: true,
    requests: [
      {
        setupRequest: (request, context) => {
          const index = visited++;
          const kind = kindAt(index);
          if (kind !== 'booking') {
            const visit = visitOf(kind, index, catalogue);
            Object.assign(context, { kind, path: visit.path });
            return { ...request, ...visit };
          }
          const { email, request: hold } = customers.next();
          Object.assign(context, { kind, path: hold.path, email });
          return { ...request, ...hold };
        },
        onResponse: (status, body, context, headers) => {
          const { kind, path, email } = context as { kind: Kind; path: string; email: string };
          count(tally, kind, { status, headers, path });
          if (kind === 'booking' && status === 201) {
            customers.held(email, JSON.parse(body) as BookingCreated);
          }
        },
      },
    ],
  });
  return {
    askedPerSecond: perSecond,
    answeredPerSecond: result.requests.total / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    lost: result.errors,
    tally,
  };
}
