import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import type { AlarmTopic } from './alarm-topic';
import { functionMetric, undigestedMetric } from './metrics';
import { RunbookAlarm } from './runbook-alarm';

const NAME = 'release-guard';

/** A guard that cannot end a bad canary must not fail in silence. */
export class GuardAlarms extends Construct {
  constructor(scope: Construct, id: string, props: { config: StageConfig; topic: AlarmTopic }) {
    super(scope, id);
    const { config, topic } = props;
    const alarmName = (what: string) => `marketplace-${config.stage}-${NAME}-${what}`;
    new RunbookAlarm(this, 'Errors', {
      alarmName: alarmName('errors'),
      what: 'The guard of releases fails: a bad canary may still serve',
      runbook: 'function-errors',
      topic,
      metric: functionMetric(config, NAME, 'Errors', Stats.SUM),
      threshold: 1,
      evaluationPeriods: 1,
    });
    new RunbookAlarm(this, 'Undigested', {
      alarmName: alarmName('undigested'),
      what: 'The guard of releases gave an alarm of a canary up',
      runbook: 'undigested-messages',
      topic,
      metric: undigestedMetric(config, NAME),
      threshold: 1,
      evaluationPeriods: 1,
    });
  }
}
