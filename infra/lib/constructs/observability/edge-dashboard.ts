import {
  EDGE_METRICS,
  type EdgeMetricName,
  METRIC_NAMESPACE,
} from '@marketplace/services/domain/metrics';
import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { EDGE_REGION, type StageConfig } from '../../../config';
import { EDGE_FUNCTIONS, replicaName } from '../../names';

const HALF = 12;
const THIRD = 8;
const PERIOD = Duration.minutes(5);

/** One number that every region next to visitors has of its own. */
interface Counted {
  label: string;
  namespace: string;
  metricName: string;
  dimensionsMap: Record<string, string>;
}

/** What the edge decided, all regions added up and each by itself; nothing can ring for a sum of regions. */
export function edgeDashboard(scope: Construct, config: StageConfig): void {
  const regions = [EDGE_REGION, ...config.edgeLogRegions];
  const decisions = countedAs('EdgeDecision');
  const faults = countedAs('TokenRefused');
  const dashboard = new Dashboard(scope, 'Dashboard-edge', {
    dashboardName: `marketplace-${config.stage}-edge`,
    defaultInterval: Duration.hours(12),
  });
  const summed = (counted: readonly Counted[]) => counted.map((each) => sumOver(regions, each));
  dashboard.addWidgets(
    new GraphWidget({
      title: 'Decisions other than to let in, all regions',
      left: summed(decisions),
      right: [sumOver(regions, ofFunction(config, 'viewer-auth', 'Invocations'))],
      width: HALF,
    }),
    new GraphWidget({
      title: 'Tokens refused, all regions',
      left: summed(faults),
      width: HALF,
    }),
    new GraphWidget({
      title: 'Functions that failed, all regions',
      left: summed(Object.values(EDGE_FUNCTIONS).map((name) => ofFunction(config, name, 'Errors'))),
      width: HALF,
    }),
  );
  dashboard.addWidgets(
    ...[...decisions, ...faults].map(
      (counted) =>
        new GraphWidget({
          title: `${counted.label}, by region`,
          left: regions.map((region) => inRegion(region, counted)),
          stacked: true,
          width: THIRD,
        }),
    ),
  );
}

function countedAs(metricName: EdgeMetricName): Counted[] {
  const { dimension, values } = EDGE_METRICS[metricName];
  return Object.keys(values).map((value) => ({
    label: value,
    namespace: METRIC_NAMESPACE,
    metricName,
    dimensionsMap: { [dimension]: value },
  }));
}

/** What Lambda counts of an edge function where it ran. */
const ofFunction = (
  config: StageConfig,
  name: string,
  metricName: 'Errors' | 'Invocations',
): Counted => ({
  label: `${name}: ${metricName}`,
  namespace: 'AWS/Lambda',
  metricName,
  dimensionsMap: { FunctionName: replicaName(config, name) },
});

const inRegion = (region: string, { label: _, ...counted }: Counted) =>
  new Metric({ ...counted, region, statistic: Stats.SUM, period: PERIOD, label: region });

/** A region without data counts as none. Variables are one of a kind on the whole graph. */
function sumOver(regions: readonly string[], counted: Counted): MathExpression {
  const variable = (region: string) => `${counted.label} ${region}`.replaceAll(/\W/g, '_');
  return new MathExpression({
    expression: `SUM([${regions.map((region) => `FILL(${variable(region)}, 0)`).join(', ')}])`,
    usingMetrics: Object.fromEntries(
      regions.map((region) => [variable(region), inRegion(region, counted)]),
    ),
    label: counted.label,
    period: PERIOD,
  });
}
