import { randomUUID } from 'node:crypto';
import { LOCAL_ACCOUNT, LOCAL_REGION } from '../../../client';
import { identityOf, type MetricDataQuery } from '../metrics/queries';
import type { AlarmChange } from './book';

/** What CloudWatch sends to EventBridge when an alarm changes its state. */
export function alarmEvent({ alarm, before }: AlarmChange): object {
  const timestamp = new Date(alarm.changedAtMs).toISOString();
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'CloudWatch Alarm State Change',
    source: 'aws.cloudwatch',
    account: LOCAL_ACCOUNT,
    time: timestamp,
    region: LOCAL_REGION,
    resources: [`arn:aws:cloudwatch:${LOCAL_REGION}:${LOCAL_ACCOUNT}:alarm:${alarm.AlarmName}`],
    detail: {
      alarmName: alarm.AlarmName,
      state: { value: alarm.state, timestamp },
      previousState: { value: before },
      configuration: {
        description: alarm.AlarmDescription ?? '',
        metrics: alarm.Metrics.map(describeQuery),
      },
    },
  };
}

function describeQuery({ Id, Expression, MetricStat, ReturnData = true }: MetricDataQuery) {
  return {
    id: Id,
    returnData: ReturnData,
    ...(Expression && { expression: Expression }),
    ...(MetricStat && {
      metricStat: {
        metric: identityOf(MetricStat.Metric),
        period: MetricStat.Period,
        stat: MetricStat.Stat,
      },
    }),
  };
}
