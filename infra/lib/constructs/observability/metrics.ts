import { METRIC_NAMESPACE, METRICS, type MetricName } from '@marketplace/services/domain/metrics';
import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { StageConfig } from '../../../config';
import { namesOf, TABLE_NAME } from '../../names';

const MINUTE = Duration.minutes(1);

const emitted = (name: MetricName, service: string, statistic: string, period: Duration) =>
  new Metric({
    namespace: METRIC_NAMESPACE,
    metricName: name,
    dimensionsMap: { service },
    statistic,
    period,
    label: service,
  });

/** How often something happened, whichever function saw it. */
export function countOf(name: MetricName, period = Duration.minutes(5)): IMetric {
  const parts = METRICS[name].emittedBy.map((service) => emitted(name, service, Stats.SUM, period));
  return sumOf(name, parts, period);
}

/** A percentile of what one function measured. */
export const measured = (name: MetricName, statistic: string, period = Duration.minutes(5)) =>
  emitted(name, METRICS[name].emittedBy[0], statistic, period).with({
    label: `${name} ${statistic}`,
  });

/** `numerator` of a hundred `denominator`s; nothing while nothing happens. */
export const shareOf = (
  numerator: IMetric,
  denominator: IMetric,
  label: string,
  period: Duration,
) =>
  new MathExpression({
    expression: 'IF(FILL(total, 0) > 0, 100 * FILL(part, 0) / total, 0)',
    usingMetrics: { part: numerator, total: denominator },
    label,
    period,
  });

/** Variables carry the metric’s name, so that sums can be parts of one expression. */
function sumOf(name: MetricName, parts: Metric[], period: Duration): IMetric {
  const variable = (index: number) => `${name.charAt(0).toLowerCase()}${name.slice(1)}${index}`;
  const usingMetrics = Object.fromEntries(parts.map((part, index) => [variable(index), part]));
  const expression = parts.map((_, index) => `FILL(${variable(index)}, 0)`).join(' + ');
  return new MathExpression({ expression, usingMetrics, label: name, period });
}

/** A metric of one service's REST API. */
export const apiMetric = (
  ApiName: string,
  metricName: 'Count' | '4XXError' | '5XXError' | 'Latency',
  statistic: string,
) =>
  new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensionsMap: { ApiName, Stage: 'v1' },
    statistic,
    period: MINUTE,
  });

/** A metric of one function, by the name of its bundle. */
export const functionMetric = (
  config: StageConfig,
  name: string,
  metricName: 'Errors' | 'Invocations' | 'Throttles' | 'Duration' | 'IteratorAge',
  statistic: string,
) =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: namesOf(config).function(name) },
    statistic,
    period: MINUTE,
    label: name,
  });

export const undigestedMetric = (config: StageConfig, name: string) =>
  new Metric({
    namespace: 'AWS/SQS',
    metricName: 'ApproximateNumberOfMessagesVisible',
    dimensionsMap: { QueueName: namesOf(config).undigested(name) },
    statistic: Stats.MAXIMUM,
    period: MINUTE,
    label: name,
  });

export const tableMetric = (
  metricName:
    | 'ReadThrottleEvents'
    | 'WriteThrottleEvents'
    | 'ConsumedReadCapacityUnits'
    | 'ConsumedWriteCapacityUnits',
) =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: TABLE_NAME },
    statistic: Stats.SUM,
    period: MINUTE,
  });
