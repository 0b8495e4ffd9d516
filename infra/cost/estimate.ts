import { PRICES } from './prices';
import type { TemplateFacts } from './template-facts';
import { type Journey, unitsOf, VISITS_PER_BOOKING, type VisitUnits } from './units';

const MB_PER_GB = 1024;
const KB_PER_GB = 1_048_576;
const MS_PER_SECOND = 1000;
const SHELL_GB = 1;
const LOG_KB_PER_INVOCATION = 1.2;
/** What is asked of the shell passes a function on its way there, and one on its way back. */
const EDGE_RUNS = 2;
const EDGE_MS = 5;
const EDGE_GB = 0.125;
const TRACED_SHARE = 0.05;
/** A function that only a stage with a cache has. */
const BESIDE_A_CACHE = 'cache-invalidator';

/** US dollars a month, by what they are spent on. */
export type Estimate = Readonly<Record<string, number>>;

/** What a month with so many bookings costs: what visits ask for, and what stands there anyway. */
export function estimate(bookings: number, facts: TemplateFacts): Estimate {
  const total = monthlyUnits(bookings);
  const invocations = total.invocations;
  const copies = 1 + facts.replicaRegions;
  return {
    Distribution: total.viewerRequests * PRICES.viewerRequest + total.viewerGb * PRICES.viewerGb,
    'Edge functions':
      total.viewerRequests * PRICES.edgeFunctionRequest +
      total.shellRequests *
        EDGE_RUNS *
        (PRICES.edgeRequest + (EDGE_MS / MS_PER_SECOND) * EDGE_GB * PRICES.edgeGbSecond),
    Firewall:
      total.viewerRequests * PRICES.firewallRequest +
      total.apiRequests * PRICES.firewallRequest +
      facts.count('AWS::WAFv2::WebACL') * PRICES.firewallMonth +
      facts.firewallRules * PRICES.firewallRuleMonth,
    'Shell hosting':
      total.shellRequests * PRICES.hostingRequest +
      (total.shellMs / MS_PER_SECOND) * SHELL_GB * PRICES.hostingGbSecond,
    'REST APIs': total.apiRequests * PRICES.apiRequest,
    Functions: functionsCost(bookings, facts) + invocations * PRICES.lambdaRequest,
    Table:
      total.readUnits * PRICES.dynamoReadUnit + total.writeUnits * copies * PRICES.dynamoWriteUnit,
    Cache:
      facts.cacheNodes * PRICES.cacheNodeMonth +
      facts.count('AWS::ElastiCache::ServerlessCache') * PRICES.serverlessCacheMonth +
      facts.networkEndpoints * PRICES.networkEndpointMonth,
    Mail: total.mails * PRICES.mail,
    'Logs and traces':
      ((invocations * LOG_KB_PER_INVOCATION) / KB_PER_GB) * PRICES.logGb +
      invocations * TRACED_SHARE * PRICES.traceRecorded,
    'Keys and secrets':
      facts.count('AWS::KMS::Key') * PRICES.keyMonth +
      facts.count('AWS::SecretsManager::Secret') * copies * PRICES.secretMonth,
    Watching:
      facts.count('AWS::CloudWatch::Alarm') * PRICES.alarmMonth +
      facts.count('AWS::CloudWatch::CompositeAlarm') * PRICES.compositeAlarmMonth +
      facts.count('AWS::CloudWatch::Dashboard') * PRICES.dashboardMonth +
      facts.canaryRunsAMonth * PRICES.canaryRun,
    Governance:
      facts.count('AWS::Config::ConfigRule') * PRICES.configRuleMonth +
      facts.count('AWS::GuardDuty::Detector') * PRICES.threatDetectionRegionMonth,
  };
}

export const totalOf = (month: Estimate): number =>
  Object.values(month).reduce((total, usd) => total + usd, 0);

/** What most of the money goes to. */
export function dominantOf(month: Estimate): string {
  const [largest = ['nothing', 0]] = Object.entries(month).sort(([, a], [, b]) => b - a);
  return largest[0];
}

function monthlyUnits(bookings: number) {
  const sum = (of: (units: VisitUnits) => number) =>
    journeys().reduce((total, [units, visits]) => total + visits * bookings * of(units), 0);
  return {
    viewerRequests: sum((units) => units.viewerRequests),
    viewerGb: sum((units) => units.viewerKb) / KB_PER_GB,
    shellRequests: sum((units) => units.shellRequests),
    shellMs: sum((units) => units.shellMs),
    apiRequests: sum((units) => units.apiRequests),
    readUnits: sum((units) => units.readUnits),
    writeUnits: sum((units) => units.writeUnits),
    mails: sum((units) => units.mails),
    invocations: sum((units) => units.invocations),
  };
}

function functionsCost(bookings: number, { memoryMb }: TemplateFacts): number {
  return journeys().reduce((total, [{ functions }, visits]) => {
    const gbSeconds = Object.entries(functions).reduce(
      (seconds, [fn, { ms }]) =>
        seconds + (ms / MS_PER_SECOND) * (memoryOf(memoryMb, fn) / MB_PER_GB),
      0,
    );
    return total + visits * bookings * gbSeconds * PRICES.lambdaGbSecondArm;
  }, 0);
}

function memoryOf(memoryMb: TemplateFacts['memoryMb'], name: string): number {
  const found = memoryMb[name] ?? (name === BESIDE_A_CACHE ? 0 : undefined);
  if (found === undefined) throw new Error(`No template has a function ${name}.`);
  return found;
}

const journeys = () =>
  (Object.entries(VISITS_PER_BOOKING) as [Journey, number][]).map(
    ([journey, visits]) => [unitsOf(journey), visits] as const,
  );
