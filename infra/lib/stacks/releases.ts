import type { Construct } from 'constructs';
import { ReleaseGuard } from '../constructs/functions/release-guard';
import { ServiceStack, type ServiceStackProps } from './service-stack';

/** What watches over the slices' releases. */
export class ReleasesStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    new ReleaseGuard(this, 'ReleaseGuard', { platform: this.platform, artifacts: props.artifacts });
  }
}
