import type {
  Dimension,
  MetricDataQuery,
  PutMetricAlarmCommandInput,
} from '@aws-sdk/client-cloudwatch';
import { METRIC_NAMESPACE, type SliceMetricName } from '@marketplace/services/domain/metrics';
import type { SliceName } from '@marketplace/services/domain/releases';

/** When a canary counts as worse than live. Both are seen over the same span of time. */
export const CANARY_RULES = {
  windowSeconds: 900,
  /** Below this many views, or readings, nothing is concluded. */
  minimumSamples: 50,
  /** Errors a view, above live's. */
  errorShareAbove: 0.02,
  /** p75 of Largest Contentful Paint and Interaction to Next Paint: live's times this and so much more. */
  slowerFactor: 1.25,
  slowerLcpMs: 200,
  slowerInpMs: 50,
  /** p75 of Cumulative Layout Shift, above live's. */
  clsAbove: 0.1,
} as const;

/** What stands for a missing reading of live: a canary is never worse than what is not known. */
const NO_BASELINE = 999_999;

/** How a canary can be worse; each has an alarm of its own, so that it says why. */
export const WATCHED = ['errors', 'speed'] as const;

export const ALARM_PREFIX = 'marketplace-canary-';

/** Fixed names, so that whoever ends a canary need not search for its alarms. */
export const alarmName = (slice: SliceName, watched: (typeof WATCHED)[number]): string =>
  `${ALARM_PREFIX}${slice}-${watched}`;

interface Watch {
  slice: SliceName;
  live: string;
  canary: string;
}

/** The alarms that end a canary: too many errors, or too slow. */
export function canaryAlarms(watch: Watch): PutMetricAlarmCommandInput[] {
  return [
    alarm(watch, 'errors', ERRORS_WORSE, [
      ...pair(watch, 'views', 'SliceViews', 'Sum'),
      ...pair(watch, 'errors', 'SliceErrors', 'Sum'),
    ]),
    alarm(watch, 'speed', SLOWER, [
      ...pair(watch, 'lcp', 'SliceLcp', 'p75'),
      ...pair(watch, 'lcp_n', 'SliceLcp', 'SampleCount'),
      ...pair(watch, 'inp', 'SliceInp', 'p75'),
      ...pair(watch, 'inp_n', 'SliceInp', 'SampleCount'),
      ...pair(watch, 'cls', 'SliceCls', 'p75'),
    ]),
  ];
}

const enough = (reading: string) => `FILL(${reading}, 0) >= ${CANARY_RULES.minimumSamples}`;
const both = (reading: string) => `${enough(`canary_${reading}`)} AND ${enough(`live_${reading}`)}`;
const slower = (reading: string, byMs: number) =>
  `FILL(canary_${reading}, 0) > FILL(live_${reading}, ${NO_BASELINE}) * ${CANARY_RULES.slowerFactor} + ${byMs}`;

/** Live without a view has no errors either: then the canary's own share decides. */
const ERRORS_WORSE = `IF(${enough('canary_views')} AND canary_errors / canary_views > FILL(live_errors, 0) / IF(FILL(live_views, 0) > 0, live_views, 1) + ${CANARY_RULES.errorShareAbove}, 1, 0)`;

const SLOWER = [
  `(${both('lcp_n')} AND ${slower('lcp', CANARY_RULES.slowerLcpMs)})`,
  `(${both('lcp_n')} AND FILL(canary_cls, 0) > FILL(live_cls, ${NO_BASELINE}) + ${CANARY_RULES.clsAbove})`,
  `(${both('inp_n')} AND ${slower('inp', CANARY_RULES.slowerInpMs)})`,
].join(' OR ');

function alarm(
  { slice, live, canary }: Watch,
  watched: (typeof WATCHED)[number],
  condition: string,
  readings: MetricDataQuery[],
): PutMetricAlarmCommandInput {
  const Expression = condition.startsWith('IF(') ? condition : `IF(${condition}, 1, 0)`;
  return {
    AlarmName: alarmName(slice, watched),
    AlarmDescription: `Ends the canary ${canary} of ${slice} when its ${watched} get worse than those of ${live}. Runbook: docs/runbooks/canary-rolled-back.md`,
    Metrics: [...readings, { Id: 'worse', Expression, Label: watched, ReturnData: true }],
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    Threshold: 1,
    EvaluationPeriods: 1,
    TreatMissingData: 'notBreaching',
  };
}

function pair(
  { slice, live, canary }: Watch,
  id: string,
  metric: SliceMetricName,
  Stat: string,
): MetricDataQuery[] {
  const reading = (who: string, release: string): MetricDataQuery => ({
    Id: `${who}_${id}`,
    ReturnData: false,
    MetricStat: sliceMetric({ slice, release, metric, Stat, Period: CANARY_RULES.windowSeconds }),
  });
  return [reading('canary', canary), reading('live', live)];
}

interface SliceMetric {
  slice: SliceName;
  release: string;
  metric: SliceMetricName;
  Stat: string;
  Period: number;
}

/** A metric of one release, as queries name it. */
export function sliceMetric({ slice, release, metric, Stat, Period }: SliceMetric) {
  const Dimensions: Dimension[] = [
    { Name: 'slice', Value: slice },
    { Name: 'release', Value: release },
  ];
  return { Metric: { Namespace: METRIC_NAMESPACE, MetricName: metric, Dimensions }, Period, Stat };
}
