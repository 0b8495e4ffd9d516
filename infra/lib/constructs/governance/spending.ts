import { Duration } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { CfnAnomalyMonitor, CfnAnomalySubscription } from 'aws-cdk-lib/aws-ce';
import { ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { AlarmTopic } from '../observability/alarm-topic';
import { RunbookAlarm } from '../observability/runbook-alarm';

export interface SpendingProps {
  name: string;
  monthlyBudgetUsd: number;
  anomalyUsd: number;
  email: string;
  topic: AlarmTopic;
}

const NOTIFY_AT = [
  { notificationType: 'ACTUAL', threshold: 50 },
  { notificationType: 'ACTUAL', threshold: 80 },
  { notificationType: 'ACTUAL', threshold: 100 },
  { notificationType: 'FORECASTED', threshold: 100 },
] as const;

/** Tells somebody before the bill does: a budget, an alarm on the charges, and what is unusual. */
export class Spending extends Construct {
  constructor(scope: Construct, id: string, props: SpendingProps) {
    super(scope, id);
    const subscribers = [{ subscriptionType: 'EMAIL', address: props.email }];
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: props.name,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: props.monthlyBudgetUsd, unit: 'USD' },
      },
      notificationsWithSubscribers: NOTIFY_AT.map((notification) => ({
        notification: {
          ...notification,
          comparisonOperator: 'GREATER_THAN',
          thresholdType: 'PERCENTAGE',
        },
        subscribers,
      })),
    });
    this.#watchAnomalies(props);
    new RunbookAlarm(this, 'Charges', {
      alarmName: `${props.name}-charges`,
      runbook: 'spending',
      what: 'The month’s charges are above the budget',
      metric: new Metric({
        namespace: 'AWS/Billing',
        metricName: 'EstimatedCharges',
        dimensionsMap: { Currency: 'USD' },
        statistic: Stats.MAXIMUM,
        period: Duration.hours(6),
      }),
      threshold: props.monthlyBudgetUsd,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.IGNORE,
      topic: props.topic,
    });
  }

  #watchAnomalies({ name, anomalyUsd, email }: SpendingProps): void {
    const monitor = new CfnAnomalyMonitor(this, 'Unusual', {
      monitorName: `${name}-services`,
      monitorType: 'DIMENSIONAL',
      monitorDimension: 'SERVICE',
    });
    new CfnAnomalySubscription(this, 'UnusualMail', {
      subscriptionName: `${name}-services`,
      frequency: 'DAILY',
      monitorArnList: [monitor.attrMonitorArn],
      subscribers: [{ type: 'EMAIL', address: email }],
      thresholdExpression: JSON.stringify({
        Dimensions: {
          Key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
          MatchOptions: ['GREATER_THAN_OR_EQUAL'],
          Values: [String(anomalyUsd)],
        },
      }),
    });
  }
}
