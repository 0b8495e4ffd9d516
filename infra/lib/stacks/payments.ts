import { Schedule } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { ScheduledFunction } from '../constructs/functions/scheduled-function';
import { SliceService } from '../constructs/slice-service';
import { ServiceStack, type ServiceStackProps } from './service-stack';

/** Stripe's door, which keeps a webhook in the inbox and nothing more, and the nightly comparison with its books. */
export class PaymentsStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    this.addService(props);
    this.addReconciler(props);
  }

  private addService({ artifacts }: ServiceStackProps): void {
    const { platform } = this;
    const { fn } = new SliceService(this, 'Payments', {
      name: 'payments',
      description: 'Receives Stripe’s webhooks',
      platform,
      artifacts,
    });
    platform.grantTablePut(fn);
    platform.grantSecret(fn, 'stripe');
  }

  private addReconciler({ artifacts }: ServiceStackProps): void {
    const { platform } = this;
    const { fn } = new ScheduledFunction(this, 'Reconciler', {
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
}
