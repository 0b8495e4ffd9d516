import type { Construct } from 'constructs';
import { SliceService } from '../constructs/slice-service';
import { ServiceStack, type ServiceStackProps } from './service-stack';

/** Stripe's door: verifies a webhook and keeps it in the inbox, nothing more. */
export class PaymentsStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { platform } = this;
    const { fn } = new SliceService(this, 'Payments', {
      name: 'payments',
      description: 'Receives Stripe’s webhooks',
      platform,
      artifacts: props.artifacts,
    });
    platform.grantTablePut(fn);
    platform.grantSecret(fn, 'stripe');
  }
}
