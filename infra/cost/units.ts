import { JOURNEY_TABLE_UNITS } from './table-units';

/** What one visit of a kind asks of the system. */
export interface JourneyUnits {
  /** Requests that reach the distribution, and what they answer. */
  viewerRequests: number;
  viewerKb: number;
  /** Pages rendered by the shell because no location had them. */
  renders: number;
  /** Milliseconds of functions, by the name of the bundle; each is one invocation. */
  functionMs: Readonly<Record<string, number>>;
  apiRequests: number;
  readUnits: number;
  writeUnits: number;
  mails: number;
}

const NOTHING = { renders: 0, apiRequests: 0, mails: 0 };

/** The table's units, for the share of visits that get as far as the table. */
const table = (journey: keyof typeof JOURNEY_TABLE_UNITS, share = 1) => ({
  readUnits: JOURNEY_TABLE_UNITS[journey].read * share,
  writeUnits: JOURNEY_TABLE_UNITS[journey].write * share,
});

/** Pages of providers that no location of the edge has. */
const PROVIDER_RENDERS = 0.2;
/** Events that Stripe sends of one payment. */
const EVENTS_A_PAYMENT = 2;

/**
 * Table units are counted (`bench/units`). Milliseconds, bytes and requests are planning figures of a warm
 * system, to be replaced by what a deployed stage measures.
 */
export const JOURNEYS = {
  home: {
    ...NOTHING,
    ...{ viewerRequests: 25, viewerKb: 420, renders: 0.05 },
    ...{ apiRequests: 0.05, functionMs: { catalog: 1 }, ...table('home') },
  },
  search: {
    ...NOTHING,
    ...{ viewerRequests: 12, viewerKb: 220, renders: 0.5 },
    ...{ apiRequests: 1, functionMs: { catalog: 12 }, ...table('search') },
  },
  provider: {
    ...NOTHING,
    ...{ viewerRequests: 14, viewerKb: 300, renders: PROVIDER_RENDERS },
    ...{ apiRequests: 0.4, functionMs: { catalog: 8 }, ...table('provider', PROVIDER_RENDERS) },
  },
  slots: {
    ...NOTHING,
    ...{ viewerRequests: 2, viewerKb: 12 },
    ...{ apiRequests: 1, functionMs: { booking: 25 }, ...table('slots') },
  },
  booking: {
    ...NOTHING,
    ...{ viewerRequests: 20, viewerKb: 260, renders: 2 },
    ...{ apiRequests: 3, functionMs: { booking: 900 }, ...table('booking'), mails: 2 },
  },
  webhook: {
    ...NOTHING,
    ...{ viewerRequests: 1, viewerKb: 1 },
    ...{ apiRequests: 1, functionMs: { payments: 20, 'booking-processor': 250 } },
    ...table('webhook', 1 / EVENTS_A_PAYMENT),
  },
} as const satisfies Record<string, JourneyUnits>;

export type Journey = keyof typeof JOURNEYS;

/** Visits behind one booking, by the mix home 50, search 25, provider 15, slots 8, booking 2. */
export const VISITS_PER_BOOKING: Readonly<Record<Journey, number>> = {
  home: 25,
  search: 12.5,
  provider: 7.5,
  slots: 4,
  booking: 1,
  webhook: EVENTS_A_PAYMENT,
};
