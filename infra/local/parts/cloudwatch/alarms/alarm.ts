import { type MetricDataQuery, periodOf, valueIn } from '../metrics/queries';
import type { MetricStore } from '../metrics/store';

/** What `PutMetricAlarm` takes, as far as alarms on metric math use it. */
export interface AlarmDefinition {
  AlarmName: string;
  AlarmDescription?: string;
  Metrics: MetricDataQuery[];
  ComparisonOperator: keyof typeof COMPARISONS;
  Threshold: number;
  EvaluationPeriods: number;
  DatapointsToAlarm?: number;
  TreatMissingData?: 'breaching' | 'notBreaching' | 'ignore' | 'missing';
}

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

const COMPARISONS = {
  GreaterThanOrEqualToThreshold: (value: number, threshold: number) => value >= threshold,
  GreaterThanThreshold: (value: number, threshold: number) => value > threshold,
  LessThanOrEqualToThreshold: (value: number, threshold: number) => value <= threshold,
  LessThanThreshold: (value: number, threshold: number) => value < threshold,
};

/** The state that the data of the last periods give an alarm; undefined leaves it as it is. */
export function stateOf(
  alarm: AlarmDefinition,
  store: MetricStore,
  nowMs: number,
): AlarmState | undefined {
  const { Metrics, EvaluationPeriods, TreatMissingData = 'missing' } = alarm;
  const periodMs = periodOf(Metrics) * 1_000;
  const returned = Metrics.find(({ ReturnData }) => ReturnData !== false) ?? Metrics[0];
  const isBeyond = COMPARISONS[alarm.ComparisonOperator];
  const points = Array.from({ length: EvaluationPeriods }, (_, index) => {
    // The newest period ends now, its last instant included.
    const toMs = nowMs + 1 - index * periodMs;
    const value = valueIn(returned?.Id ?? '', Metrics, { fromMs: toMs - periodMs, toMs }, store);
    if (value !== undefined) return isBeyond(value, alarm.Threshold);
    if (TreatMissingData === 'breaching') return true;
    return TreatMissingData === 'notBreaching' ? false : undefined;
  });
  const breaching = points.filter((point) => point === true).length;
  if (breaching >= (alarm.DatapointsToAlarm ?? EvaluationPeriods)) return 'ALARM';
  if (points.some((point) => point === false)) return 'OK';
  return TreatMissingData === 'ignore' ? undefined : 'INSUFFICIENT_DATA';
}
