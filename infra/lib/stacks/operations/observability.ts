import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Operations, StageConfig } from '../../../config';
import { AlarmTopic } from '../../constructs/observability/alarm-topic';
import { BookingCanary } from '../../constructs/observability/booking-canary';
import { BusinessAlarms } from '../../constructs/observability/business-alarms';
import { CacheWatch } from '../../constructs/observability/cache-watch';
import { businessDashboard, sliceDashboard } from '../../constructs/observability/dashboards';
import { edgeDashboard } from '../../constructs/observability/edge-dashboard';
import { anyOf, RunbookAlarm } from '../../constructs/observability/runbook-alarm';
import { SliceAlarms } from '../../constructs/observability/slice-alarms';
import { WATCHED_SLICES } from '../../constructs/observability/watched';

interface ObservabilityStackProps extends StackProps {
  config: StageConfig;
  operations: Operations;
}

/** Dashboards, alarms and the canary of the home region; everything is known by name, nothing imported. */
export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, props: ObservabilityStackProps) {
    super(scope, id, props);
    const { config, operations } = props;
    const name = `marketplace-${config.stage}`;
    const topic = new AlarmTopic(this, 'Alarms', { name, email: config.mail.operations });

    const composites = WATCHED_SLICES.map((slice) => {
      sliceDashboard(this, config, slice);
      const { severe } = new SliceAlarms(this, `Slice-${slice.name}`, { config, topic, slice });
      return anyOf(this, `Any-${slice.name}`, {
        alarmName: `${name}-${slice.name}`,
        what: `The service of ${slice.name} does not serve its customers`,
        runbook: 'api-errors',
        topic,
        alarms: severe,
      });
    });
    const business = new BusinessAlarms(this, 'Business', { config, topic });
    const journey = this.#canary(config, operations, topic);
    if (config.cache) new CacheWatch(this, 'Cache', { config, topic });
    const bookable = anyOf(this, 'CannotBook', {
      alarmName: `${name}-cannot-book`,
      what: 'Customers cannot book',
      runbook: 'canary',
      topic,
      alarms: [...business.severe, journey],
    });
    businessDashboard(this, config, [bookable, ...composites]);
    edgeDashboard(this, config);
  }

  #canary(config: StageConfig, operations: Operations, topic: AlarmTopic): RunbookAlarm {
    const everyMinutes = operations.canaryEveryMinutes;
    const { canary } = new BookingCanary(this, 'Canary', { config, everyMinutes });
    return new RunbookAlarm(this, 'CanaryFails', {
      alarmName: `marketplace-${config.stage}-canary`,
      what: 'The booking journey does not work from outside',
      runbook: 'canary',
      topic,
      metric: canary.metricFailed({ period: Duration.minutes(everyMinutes) }),
      threshold: 1,
      evaluationPeriods: 2,
    });
  }
}
