import type { App } from 'aws-cdk-lib';
import { EDGE_REGION, type StageConfig } from '../config';
import type { Artifacts } from '../lib/artifacts';
import { BookingStack } from '../lib/stacks/booking';
import { CatalogStack } from '../lib/stacks/catalog';
import { EdgeStack } from '../lib/stacks/edge';
import { PaymentsStack } from '../lib/stacks/payments';
import { PortalStack } from '../lib/stacks/portal';
import { SharedStack } from '../lib/stacks/shared';
import { ShellHostingStack } from '../lib/stacks/shell-hosting';

/**
 * The stacks of a stage and how they join: what one knows of another it reads from parameters
 * (home region) or from the stage's configuration (edge), so the order below matters only the first time.
 */
export function addMarketplace(app: App, config: StageConfig, artifacts: Artifacts) {
  const props = (id: string, region: string) => ({
    env: { account: config.account, region },
    stackName: `marketplace-${config.stage}-${id}`,
    config,
    artifacts,
  });
  const home = (id: string) => props(id, config.homeRegion);

  const shared = new SharedStack(app, 'Shared', home('shared'));
  const services = [
    new CatalogStack(app, 'Catalog', home('catalog')),
    new BookingStack(app, 'Booking', home('booking')),
    new PortalStack(app, 'Portal', home('portal')),
    new PaymentsStack(app, 'Payments', home('payments')),
  ];
  for (const stack of services) stack.addStackDependency(shared, 'reads its parameters');

  const shell = new ShellHostingStack(app, 'ShellHosting', home('shell-hosting'));
  for (const stack of services) shell.addStackDependency(stack, 'reads the addresses of the APIs');

  new EdgeStack(app, 'Edge', props('edge', EDGE_REGION));
}
