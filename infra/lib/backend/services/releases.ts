import type { Construct } from 'constructs';
import { ReleaseGuard } from '../../constructs/functions/release-guard';
import type { ServiceProps } from './service';

/** What watches over the slices' releases. */
export function addReleases(scope: Construct, { platform, artifacts }: ServiceProps): void {
  new ReleaseGuard(scope, 'ReleaseGuard', { platform, artifacts });
}
