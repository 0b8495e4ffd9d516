import type { App } from 'aws-cdk-lib';
import type { StageConfig } from '../config';
import type { Artifacts } from '../lib/artifacts';
import { SharedStack } from '../lib/stacks/shared';

export function addMarketplace(app: App, config: StageConfig, _artifacts: Artifacts) {
  const home = { account: config.account, region: config.homeRegion };
  return {
    shared: new SharedStack(app, 'Shared', {
      env: home,
      config,
      stackName: `marketplace-${config.stage}-shared`,
    }),
  };
}
