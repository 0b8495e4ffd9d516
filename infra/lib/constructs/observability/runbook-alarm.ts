import {
  Alarm,
  type AlarmProps,
  AlarmRule,
  AlarmState,
  AnomalyDetectionAlarm,
  ComparisonOperator,
  CompositeAlarm,
  type IAlarm,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { AlarmTopic } from './alarm-topic';
import { type Runbook, runbookUrl } from './runbooks';

interface Told {
  /** One sentence: what is wrong when it rings. */
  what: string;
  /** The page of `docs/runbooks` that says what to do. */
  runbook: Runbook;
  topic: AlarmTopic;
}

const describe = ({ what, runbook }: Told) => `${what}. Runbook: ${runbookUrl(runbook)}`;

/** An alarm that says what to do. Silence of a metric is no alarm unless it is asked for. */
export class RunbookAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: Omit<AlarmProps, 'alarmDescription'> & Told) {
    const { what: _what, runbook: _runbook, topic, ...alarm } = props;
    super(scope, id, {
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...alarm,
      alarmDescription: describe(props),
    });
    this.addAlarmAction(topic.action);
    this.addOkAction(topic.action);
  }
}

/** Rings when a metric falls out of the band that its own past makes one expect. */
export function unusualAlarm(
  scope: Construct,
  id: string,
  props: Told & { alarmName: string; metric: IMetric; direction: 'below' | 'outside' },
): IAlarm {
  const alarm = new AnomalyDetectionAlarm(scope, id, {
    alarmName: props.alarmName,
    alarmDescription: describe(props),
    metric: props.metric,
    stdDevs: 3,
    evaluationPeriods: 3,
    datapointsToAlarm: 3,
    comparisonOperator:
      props.direction === 'below'
        ? ComparisonOperator.LESS_THAN_LOWER_THRESHOLD
        : ComparisonOperator.LESS_THAN_LOWER_OR_GREATER_THAN_UPPER_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(props.topic.action);
  return alarm;
}

/** Rings when any of several alarms does: one call for one trouble. */
export function anyOf(
  scope: Construct,
  id: string,
  props: Told & { alarmName: string; alarms: readonly IAlarm[] },
): CompositeAlarm {
  const composite = new CompositeAlarm(scope, id, {
    compositeAlarmName: props.alarmName,
    alarmDescription: describe(props),
    alarmRule: AlarmRule.anyOf(
      ...props.alarms.map((alarm) => AlarmRule.fromAlarm(alarm, AlarmState.ALARM)),
    ),
  });
  composite.addAlarmAction(props.topic.action);
  return composite;
}
