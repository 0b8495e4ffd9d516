import { API_FUNCTIONS, averageOf, type JourneyTraffic } from './journey-traffic';
import { JOURNEY_TABLE_UNITS } from './table-units';
import { JOURNEY_TRAFFIC } from './traffic-units';

export type Journey = keyof typeof JOURNEY_TABLE_UNITS;

/** Visits behind one booking, by the mix home 50, search 25, provider 15, slots 8, booking 2. */
export const VISITS_PER_BOOKING = {
  home: 25,
  search: 12.5,
  provider: 7.5,
  slots: 4,
  booking: 1,
  webhook: 2,
} as const satisfies Record<Journey, number>;

/** Assumed: how many visits are a browser's first one, or one after its cache has forgotten. */
const FRESH_SHARE = 0.5;
/** Assumed: how many visits come to pages that no location of the edge has. */
const MISSED_SHARE: Readonly<Record<Journey, number>> = {
  home: 0.05,
  search: 0.5,
  provider: 0.2,
  slots: 0.2,
  booking: 0.2,
  webhook: 1,
};
/** Assumed: nothing but the two mails of a confirmed booking. */
const MAILS_A_BOOKING = 2;

/** What an average visit of a kind asks of the system: traffic and table units counted, shares assumed. */
export function unitsOf(journey: Journey) {
  const missed = MISSED_SHARE[journey];
  const traffic: JourneyTraffic = JOURNEY_TRAFFIC[journey];
  const average = averageOf(traffic, { fresh: FRESH_SHARE, missed });
  const calls = Object.entries(average.functions);
  return {
    ...average,
    invocations: calls.reduce((sum, [, used]) => sum + used.calls, 0),
    apiRequests: calls.reduce(
      (sum, [name, used]) => sum + (API_FUNCTIONS.includes(name) ? used.calls : 0),
      0,
    ),
    ...tableUnits(journey, missed, average.functions.slots?.calls ?? 0),
    mails: journey === 'booking' ? MAILS_A_BOOKING : 0,
  };
}

export type VisitUnits = ReturnType<typeof unitsOf>;

/** A service's page is taken to read as much as its provider's; both ask for free times besides. */
function tableUnits(journey: Journey, missed: number, slotCalls: number) {
  const { slots, provider, booking, webhook } = JOURNEY_TABLE_UNITS;
  const freeTimes = slots.read * slotCalls;
  switch (journey) {
    case 'provider':
    case 'slots':
      return { readUnits: provider.read * missed + freeTimes, writeUnits: 0 };
    case 'booking':
      return { readUnits: booking.read + freeTimes, writeUnits: booking.write };
    case 'webhook':
      return {
        readUnits: webhook.read / VISITS_PER_BOOKING.webhook,
        writeUnits: webhook.write / VISITS_PER_BOOKING.webhook,
      };
    default:
      return { readUnits: JOURNEY_TABLE_UNITS[journey].read, writeUnits: 0 };
  }
}
