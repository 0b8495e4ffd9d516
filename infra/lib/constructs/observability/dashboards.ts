import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  SingleValueWidget,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { apiMetric, countOf, functionMetric, measured, shareOf, tableMetric } from './metrics';
import type { WatchedSlice } from './watched';

const WIDTH = 12;
const HOUR = Duration.hours(1);

const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
  new GraphWidget({ title, left, right, width: WIDTH });

const apiGraphs = (api: string) => [
  graph(
    'Requests and errors',
    [apiMetric(api, 'Count', Stats.SUM)],
    [apiMetric(api, '4XXError', Stats.SUM), apiMetric(api, '5XXError', Stats.SUM)],
  ),
  graph(
    'Time to answer, ms',
    [50, 95, 99].map((percent) => apiMetric(api, 'Latency', Stats.percentile(percent))),
  ),
];

/** How one slice's service is doing: what is asked of it, how it answers, what its functions cost. */
export function sliceDashboard(scope: Construct, config: StageConfig, slice: WatchedSlice): void {
  const ofFunctions = (metric: Parameters<typeof functionMetric>[2], statistic: string) =>
    slice.functions.map((name) => functionMetric(config, name, metric, statistic));
  const dashboard = new Dashboard(scope, `Dashboard-${slice.name}`, {
    dashboardName: `marketplace-${config.stage}-${slice.name}`,
    defaultInterval: Duration.hours(12),
  });
  if (slice.api !== undefined) dashboard.addWidgets(...apiGraphs(slice.api));
  dashboard.addWidgets(
    graph('Functions, ms', ofFunctions('Duration', Stats.percentile(95))),
    graph('Failures', ofFunctions('Errors', Stats.SUM), ofFunctions('Throttles', Stats.SUM)),
  );
  if (slice.consumers.length > 0) {
    dashboard.addWidgets(
      graph(
        'Behind the stream, ms',
        slice.consumers.map((name) => functionMetric(config, name, 'IteratorAge', Stats.MAXIMUM)),
      ),
    );
  }
}

/** How the marketplace is doing, without a word about machines. */
export function businessDashboard(
  scope: Construct,
  config: StageConfig,
  alarms: readonly IAlarm[],
): void {
  const held = countOf('BookingHeld', HOUR);
  const confirmed = countOf('BookingConfirmed', HOUR);
  const dashboard = new Dashboard(scope, 'Dashboard-business', {
    dashboardName: `marketplace-${config.stage}-business`,
    defaultInterval: Duration.days(7),
  });
  dashboard.addWidgets(
    new AlarmStatusWidget({ title: 'What wakes somebody', alarms: [...alarms], width: WIDTH }),
    new SingleValueWidget({
      title: 'In the last hour',
      metrics: [confirmed, countOf('BookingCancelled', HOUR), countOf('PaymentFailed', HOUR)],
      width: WIDTH,
    }),
    graph('Bookings by outcome', [
      held,
      confirmed,
      countOf('BookingRequested', HOUR),
      countOf('BookingExpired', HOUR),
      countOf('BookingCancelled', HOUR),
    ]),
    graph('Holds that become bookings, %', [shareOf(confirmed, held, 'conversion, %', HOUR)]),
    graph('Payments that went wrong', [
      countOf('PaymentFailed', HOUR),
      countOf('PaymentGivenBack', HOUR),
    ]),
    graph('Refunds by operators, and those a bank sent back', [
      countOf('RefundByOperator', HOUR),
      countOf('RefundFailed', HOUR),
    ]),
    graph('Slots that somebody else took first', [countOf('SlotConflict', HOUR)]),
    graph(
      'Stripe’s webhooks',
      [countOf('WebhookKept'), countOf('WebhookRepeated')],
      [measured('WebhookAge', Stats.percentile(90))],
    ),
    graph('Search, ms', [
      measured('SearchLatency', Stats.percentile(50)),
      measured('SearchLatency', Stats.percentile(99)),
    ]),
    graph('The table', [
      tableMetric('ConsumedReadCapacityUnits'),
      tableMetric('ConsumedWriteCapacityUnits'),
    ]),
  );
}
