import type { Construct } from 'constructs';
import { SliceService } from '../constructs/slice-service';
import { ASSET_PREFIXES } from '../names';
import { ServiceStack, type ServiceStackProps } from './service-stack';

/** What providers run their business with. */
export class PortalStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { platform } = this;
    const { fn } = new SliceService(this, 'Provider', {
      name: 'provider',
      description: 'Profile, services, availability, bookings and earnings of a provider',
      platform,
      artifacts: props.artifacts,
    });
    platform.grantTableReadWrite(fn, 'GSI1', 'GSI2', 'GSI3', 'GSI4');
    platform.grantAssets(fn, ASSET_PREFIXES.media, ['s3:PutObject']);
    platform.grantSecret(fn, 'stripe');
  }
}
