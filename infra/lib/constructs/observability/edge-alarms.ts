import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { EDGE_FUNCTIONS, replicaName } from '../../names';
import { readParameter } from '../../parameters';
import type { AlarmTopic } from './alarm-topic';
import { anyOf, RunbookAlarm } from './runbook-alarm';

/**
 * Alarms on the distribution, which CloudFront reports of in us-east-1 only, and on its functions as far as they
 * ran there. What fails in other regions is in the distribution's errors, and on the edge's dashboard.
 */
export class EdgeAlarms extends Construct {
  constructor(scope: Construct, id: string, props: { config: StageConfig; topic: AlarmTopic }) {
    super(scope, id);
    const { config, topic } = props;
    const told = { runbook: 'edge-errors', topic } as const;
    const distributionErrors = new RunbookAlarm(this, 'Errors', {
      ...told,
      alarmName: `marketplace-${config.stage}-edge-errors`,
      what: 'More than one answer in a hundred of the distribution is a server error',
      metric: new Metric({
        namespace: 'AWS/CloudFront',
        metricName: '5xxErrorRate',
        dimensionsMap: {
          DistributionId: readParameter(this, config.stage, 'edge/distribution-id'),
          Region: 'Global',
        },
        statistic: Stats.AVERAGE,
        period: Duration.minutes(1),
      }),
      threshold: 1,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
    });
    const functionErrors = Object.values(EDGE_FUNCTIONS).map(
      (name) =>
        new RunbookAlarm(this, `Function-${name}`, {
          ...told,
          alarmName: `marketplace-${config.stage}-${name}-errors`,
          what: `The edge function ${name} fails`,
          metric: new Metric({
            namespace: 'AWS/Lambda',
            metricName: 'Errors',
            dimensionsMap: { FunctionName: replicaName(config, name) },
            statistic: Stats.SUM,
            period: Duration.minutes(1),
          }),
          threshold: 5,
          evaluationPeriods: 3,
        }),
    );
    anyOf(this, 'Any', {
      ...told,
      alarmName: `marketplace-${config.stage}-edge`,
      what: 'The edge fails',
      alarms: [distributionErrors, ...functionErrors],
    });
  }
}
