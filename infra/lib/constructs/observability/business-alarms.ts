import { Duration } from 'aws-cdk-lib';
import { type IAlarm, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import type { AlarmTopic } from './alarm-topic';
import { countOf, measured, shareOf, tableMetric } from './metrics';
import { RunbookAlarm, unusualAlarm } from './runbook-alarm';

const QUARTER = Duration.minutes(15);
const HOUR = Duration.hours(1);

/** What can go wrong although every function answers. */
export class BusinessAlarms extends Construct {
  readonly severe: readonly IAlarm[];

  constructor(scope: Construct, id: string, props: { config: StageConfig; topic: AlarmTopic }) {
    super(scope, id);
    const { config, topic } = props;
    const alarmName = (what: string) => `marketplace-${config.stage}-${what}`;
    this.#throttledTable(alarmName('table-throttled'), topic);
    this.#moneyAmiss(alarmName, topic);
    new RunbookAlarm(this, 'SlotConflicts', {
      alarmName: alarmName('slot-conflicts'),
      what: 'One attempt in five to take a slot comes too late',
      runbook: 'slot-conflicts',
      topic,
      metric: shareOf(
        countOf('SlotConflict', QUARTER),
        countOf('BookingHeld', QUARTER),
        'conflicts, %',
        QUARTER,
      ),
      threshold: 20,
      evaluationPeriods: 2,
    });
    new RunbookAlarm(this, 'SearchSlow', {
      alarmName: alarmName('search-slow'),
      what: 'One search in a hundred takes longer than 100 ms',
      runbook: 'search-slow',
      topic,
      metric: measured('SearchLatency', Stats.percentile(99)),
      threshold: 100,
      evaluationPeriods: 3,
    });
    this.severe = [
      new RunbookAlarm(this, 'PaymentsFailing', {
        alarmName: alarmName('payments-failing'),
        what: 'Every second payment that is tried is declined',
        runbook: 'payments-failing',
        topic,
        metric: shareOf(
          countOf('PaymentFailed', QUARTER),
          countOf('BookingHeld', QUARTER),
          'declined, %',
          QUARTER,
        ),
        threshold: 50,
        evaluationPeriods: 2,
      }),
      new RunbookAlarm(this, 'WebhooksLate', {
        alarmName: alarmName('webhooks-late'),
        what: 'Stripe’s events arrive more than five minutes after they happened',
        runbook: 'webhooks-late',
        topic,
        metric: measured('WebhookAge', Stats.percentile(90)),
        threshold: 300,
        evaluationPeriods: 2,
      }),
      unusualAlarm(this, 'BookingsFell', {
        alarmName: alarmName('bookings-fell'),
        what: 'Fewer bookings are confirmed than this hour of the week lets one expect',
        runbook: 'bookings-fell',
        topic,
        metric: countOf('BookingConfirmed', Duration.minutes(30)),
        direction: 'below',
      }),
    ];
  }

  #throttledTable(alarmName: string, topic: AlarmTopic): void {
    for (const kind of ['Read', 'Write'] as const) {
      new RunbookAlarm(this, `Table${kind}s`, {
        alarmName: `${alarmName}-${kind.toLowerCase()}s`,
        what: `The table refuses ${kind.toLowerCase()}s for want of capacity`,
        runbook: 'table-throttled',
        topic,
        metric: tableMetric(`${kind}ThrottleEvents`),
        threshold: 10,
        evaluationPeriods: 3,
      });
    }
  }

  #moneyAmiss(nameOf: (what: string) => string, topic: AlarmTopic): void {
    new RunbookAlarm(this, 'LedgerDiffers', {
      alarmName: nameOf('ledger-differs'),
      what: 'The ledger of a day and Stripe tell a movement of money differently',
      runbook: 'ledger-differs',
      topic,
      metric: countOf('ReconciliationDifference', HOUR),
      threshold: 1,
      evaluationPeriods: 1,
    });
    new RunbookAlarm(this, 'RefundFailed', {
      alarmName: nameOf('refund-failed'),
      what: 'A customer’s bank sent a refund back',
      runbook: 'refund-failed',
      topic,
      metric: countOf('RefundFailed', HOUR),
      threshold: 1,
      evaluationPeriods: 1,
    });
  }
}
