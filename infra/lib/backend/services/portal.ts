import type { Construct } from 'constructs';
import { SliceService } from '../../constructs/slice-service';
import { ASSET_PREFIXES } from '../../names';
import type { ServiceProps } from './service';

/** What providers run their business with. */
export function addPortal(scope: Construct, { platform, artifacts }: ServiceProps): void {
  const { fn } = new SliceService(scope, 'Provider', {
    name: 'provider',
    description: 'Profile, services, availability, bookings and earnings of a provider',
    platform,
    artifacts,
  });
  platform.grantTableReadWrite(fn, 'GSI1', 'GSI2', 'GSI3', 'GSI4');
  platform.grantAssets(fn, ASSET_PREFIXES.media, ['s3:PutObject']);
  platform.grantSecret(fn, 'stripe');
}
