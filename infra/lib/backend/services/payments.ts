import { Schedule } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { ScheduledFunction } from '../../constructs/functions/scheduled-function';
import { SliceService } from '../../constructs/slice-service';
import type { ServiceProps } from './service';

/** Stripe's door, which keeps a webhook in the inbox and nothing more, and the nightly comparison with its books. */
export function addPayments(scope: Construct, props: ServiceProps): void {
  addService(scope, props);
  addReconciler(scope, props);
}

function addService(scope: Construct, { platform, artifacts }: ServiceProps): void {
  const { fn } = new SliceService(scope, 'Payments', {
    name: 'payments',
    description: 'Receives Stripe’s webhooks',
    platform,
    artifacts,
  });
  platform.grantTablePut(fn);
  platform.grantSecret(fn, 'stripe');
}

function addReconciler(scope: Construct, { platform, artifacts }: ServiceProps): void {
  const { fn } = new ScheduledFunction(scope, 'Reconciler', {
    name: 'reconciler',
    description: 'Compares the ledger of a day with Stripe’s balance transactions',
    schedule: Schedule.cron({ hour: '3', minute: '0' }),
    ruleDescription: 'Runs the reconciliation of the day before',
    memoryMb: 1024,
    timeoutSeconds: 900,
    platform,
    artifacts,
  });
  platform.grantTableRead(fn, 'GSI2');
  platform.grantTablePut(fn);
  platform.grantSecret(fn, 'stripe');
}
