import { PRICES } from './prices';
import type { TemplateFacts } from './template-facts';
import { JOURNEYS, type Journey, type JourneyUnits, VISITS_PER_BOOKING } from './units';

const MB_PER_GB = 1024;
const KB_PER_GB = 1_048_576;
const MS_PER_SECOND = 1000;
const RENDER_MS = 60;
const RENDER_GB = 1;
const LOG_KB_PER_INVOCATION = 1.2;
const EDGE_MS = 5;
const EDGE_GB = 0.125;
const TRACED_SHARE = 0.05;

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
      total.renders *
        (PRICES.edgeRequest + (EDGE_MS / MS_PER_SECOND) * EDGE_GB * PRICES.edgeGbSecond),
    Firewall:
      total.viewerRequests * PRICES.firewallRequest +
      total.apiRequests * PRICES.firewallRequest +
      facts.count('AWS::WAFv2::WebACL') * PRICES.firewallMonth +
      facts.firewallRules * PRICES.firewallRuleMonth,
    'Shell hosting':
      total.renders *
      (PRICES.hostingRequest + (RENDER_MS / MS_PER_SECOND) * RENDER_GB * PRICES.hostingGbSecond),
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
  const sum = (of: (units: JourneyUnits) => number) =>
    journeys().reduce((total, [name, units]) => total + visits(name, bookings) * of(units), 0);
  return {
    viewerRequests: sum((units) => units.viewerRequests),
    viewerGb: sum((units) => units.viewerKb) / KB_PER_GB,
    renders: sum((units) => units.renders),
    apiRequests: sum((units) => units.apiRequests),
    readUnits: sum((units) => units.readUnits),
    writeUnits: sum((units) => units.writeUnits),
    mails: sum((units) => units.mails),
    invocations: sum((units) => Object.keys(units.functionMs).length),
  };
}

function functionsCost(bookings: number, { memoryMb }: TemplateFacts): number {
  return journeys().reduce((total, [name, { functionMs }]) => {
    const gbSeconds = Object.entries(functionMs).reduce(
      (seconds, [fn, ms]) => seconds + (ms / MS_PER_SECOND) * (memoryOf(memoryMb, fn) / MB_PER_GB),
      0,
    );
    return total + visits(name, bookings) * gbSeconds * PRICES.lambdaGbSecondArm;
  }, 0);
}

function memoryOf(memoryMb: TemplateFacts['memoryMb'], name: string): number {
  const found = memoryMb[name];
  if (found === undefined) throw new Error(`No template has a function ${name}.`);
  return found;
}

const journeys = () => Object.entries(JOURNEYS) as [Journey, JourneyUnits][];
const visits = (journey: Journey, bookings: number) => VISITS_PER_BOOKING[journey] * bookings;
