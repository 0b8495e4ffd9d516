import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import type { AlarmTopic } from './alarm-topic';
import { countOf, functionMetric, shareOf } from './metrics';
import { RunbookAlarm } from './runbook-alarm';

const INVALIDATOR = 'cache-invalidator';
const FIVE_MINUTES = Duration.minutes(5);
const WIDTH = 12;

/** Whether the cache is worth its price, and whether it is told what changes. Without it, everything is slower and right. */
export class CacheWatch extends Construct {
  constructor(scope: Construct, id: string, props: { config: StageConfig; topic: AlarmTopic }) {
    super(scope, id);
    const { config, topic } = props;
    const alarmName = (what: string) => `marketplace-${config.stage}-${what}`;
    const told = { runbook: 'cache-unavailable', topic } as const;
    const unavailable = countOf('CacheUnavailable', FIVE_MINUTES);
    const hits = countOf('CacheHit', FIVE_MINUTES);
    const misses = countOf('CacheMiss', FIVE_MINUTES);
    new RunbookAlarm(this, 'Unavailable', {
      ...told,
      alarmName: alarmName('cache-unavailable'),
      what: 'A hundred questions in five minutes went past the cache: it is gone or too slow',
      metric: unavailable,
      threshold: 100,
      evaluationPeriods: 3,
    });
    for (const failure of ['Errors', 'Throttles'] as const) {
      new RunbookAlarm(this, `Untold${failure}`, {
        ...told,
        alarmName: alarmName(`${INVALIDATOR}-${failure.toLowerCase()}`),
        what: 'The cache is not told what changes: answers are up to a minute old',
        metric: functionMetric(config, INVALIDATOR, failure, Stats.SUM),
        threshold: 3,
        evaluationPeriods: 5,
        datapointsToAlarm: 3,
      });
    }
    new Dashboard(this, 'Dashboard', {
      dashboardName: alarmName('cache'),
      defaultInterval: Duration.hours(12),
    }).addWidgets(
      new GraphWidget({
        title: 'Questions to the cache',
        left: [hits, misses, unavailable],
        width: WIDTH,
      }),
      new GraphWidget({
        title: 'Misses to a hundred hits',
        left: [shareOf(misses, hits, 'misses', FIVE_MINUTES)],
        width: WIDTH,
      }),
      new GraphWidget({
        title: 'Telling it what changed, ms',
        left: [functionMetric(config, INVALIDATOR, 'Duration', Stats.percentile(95))],
        right: [functionMetric(config, INVALIDATOR, 'Errors', Stats.SUM)],
        width: WIDTH,
      }),
    );
  }
}
