import { API_FUNCTIONS, type JourneyTraffic } from '../../infra/cost/journey-traffic';
import { median } from '../support/percentiles';
import type { FunctionReport } from './function-reports';
import type { Visit } from './visits';

/** The three visits of a round: to a page that no location has, again, and by somebody else. */
export interface Round {
  first: Visit;
  again: Visit;
  other: Visit;
}

/** Asked by a page or the shell; `payments` is asked by Stripe. */
const isAsked = ({ name }: FunctionReport) => API_FUNCTIONS.includes(name) && name !== 'payments';
/** What Stripe's event asks of the distribution: one request with a short answer. */
const AN_EVENT = { requests: { fresh: 1, again: 1 }, kb: { fresh: 1, again: 1 } };

/**
 * What a journey asks for: counts of the middle round. Times are the least that the same was seen to take,
 * since other work on a machine only ever delays.
 */
export function trafficOf(rounds: readonly Round[]): JourneyTraffic {
  const visits = rounds.flatMap(visitsOf);
  const atTheEdge = (of: (visit: Visit) => number) => ({
    missed: rounded(median(rounds.map(({ first }) => of(first)))),
    known: rounded(median(rounds.map(({ other }) => of(other)))),
  });
  const inTheBrowser = (of: (visit: Visit) => number) => ({
    fresh: rounded(median(rounds.map(({ first }) => of(first)))),
    again: rounded(median(rounds.map(({ again }) => of(again)))),
  });
  const functions = namesIn(visits, isAsked).map((name) => {
    const calls = atTheEdge((visit) => reportsOf(name, visit).length);
    const msOf = (count: number) => rounded(leastOfCalls(name, count, visits));
    return [name, { calls, ms: { missed: msOf(calls.missed), known: msOf(calls.known) } }];
  });
  const waits = leastWaits(visits);
  return {
    requests: inTheBrowser(({ requests }) => requests),
    kb: inTheBrowser(({ kb }) => kb),
    renders: atTheEdge(({ renders }) => renders),
    shellRequests: atTheEdge(({ shell }) => shell.length),
    shellMs: atTheEdge(({ shell }) => sum(shell.map(({ what }) => waits.get(what) ?? 0))),
    functions: Object.fromEntries(functions),
  };
}

/** How long the shell took for each of its answers, at best. */
function leastWaits(visits: readonly Visit[]): ReadonlyMap<string, number> {
  const waits = new Map<string, number>();
  for (const { what, ms } of visits.flatMap(({ shell }) => shell)) {
    waits.set(what, Math.min(ms, waits.get(what) ?? ms));
  }
  return waits;
}

/** How long a function took for so many calls of a visit, at best. */
function leastOfCalls(name: string, count: number, visits: readonly Visit[]): number {
  const alike = visits
    .map((visit) => reportsOf(name, visit))
    .filter(({ length }) => length === count);
  return Math.min(...alike.map(totalMs));
}

/** What follows from a payment, for each of the events by which Stripe tells of it. */
export function webhookOf(bookings: readonly Round[]): JourneyTraffic {
  const visits = bookings.flatMap(visitsOf);
  const all = (name: string) => visits.flatMap((visit) => reportsOf(name, visit));
  const events = all('payments').length;
  const functions = namesIn(visits, (report) => !isAsked(report)).map((name) => {
    const ms = median(visits.map((visit) => totalMs(reportsOf(name, visit)))) * visits.length;
    return [name, { calls: always(all(name).length / events), ms: always(ms / events) }];
  });
  return {
    ...AN_EVENT,
    ...{ renders: always(0), shellRequests: always(0), shellMs: always(0) },
    functions: Object.fromEntries(functions),
  };
}

/** The file that the estimate of costs reads. */
export function sourceOf(figures: Record<string, JourneyTraffic>, machine: string): string {
  return `import type { JourneyTraffic } from './journey-traffic';

/**
 * When \`npm run traffic -w bench\` wrote this file, from visits to the cloud on a laptop. Milliseconds are of that
 * machine: ${machine}.
 */
export const TRAFFIC_OF = '${new Date().toISOString().slice(0, 10)}';

export const JOURNEY_TRAFFIC = ${JSON.stringify(figures)} satisfies Record<string, JourneyTraffic>;
`;
}

const visitsOf = ({ first, again, other }: Round) => [first, again, other];
const reportsOf = (wanted: string, { functions }: Visit) =>
  functions.filter(({ name }) => name === wanted);
const namesIn = (visits: readonly Visit[], isWanted: (report: FunctionReport) => boolean) =>
  [
    ...new Set(
      visits.flatMap(({ functions }) => functions.filter(isWanted).map(({ name }) => name)),
    ),
  ].sort();
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const totalMs = (reports: readonly FunctionReport[]) => sum(reports.map(({ ms }) => ms));
const always = (value: number) => ({ missed: rounded(value), known: rounded(value) });
const rounded = (value: number) => Math.round(value * 10) / 10;
