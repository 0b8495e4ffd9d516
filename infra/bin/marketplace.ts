import type { App, Stack } from 'aws-cdk-lib';
import { EDGE_REGION, type Operations, type StageConfig } from '../config';
import type { Artifacts } from '../lib/artifacts';
import { applyPermissionBoundary } from '../lib/constructs/governance/permission-boundary';
import { BookingStack } from '../lib/stacks/booking';
import { CatalogStack } from '../lib/stacks/catalog';
import { EdgeStack } from '../lib/stacks/edge';
import { GovernanceStack, HomeGovernanceStack } from '../lib/stacks/governance';
import { GuardrailsStack } from '../lib/stacks/guardrails';
import { IdentityStack } from '../lib/stacks/identity';
import { ObservabilityStack } from '../lib/stacks/observability';
import { PaymentsStack } from '../lib/stacks/payments';
import { PortalStack } from '../lib/stacks/portal';
import { ReleasesStack } from '../lib/stacks/releases';
import { ReplicaStack } from '../lib/stacks/replica';
import { SharedStack } from '../lib/stacks/shared';
import { ShellHostingStack } from '../lib/stacks/shell-hosting';
import { type CostSlice, tagStack } from '../lib/tags';

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
  const tagged = <S extends Stack>(slice: CostSlice, stack: S): S => {
    tagStack(stack, config, slice);
    return stack;
  };

  const shared = tagged('shared', new SharedStack(app, 'Shared', home('shared')));
  const services = [
    tagged('catalog', new CatalogStack(app, 'Catalog', home('catalog'))),
    tagged('booking', new BookingStack(app, 'Booking', home('booking'))),
    tagged('provider-portal', new PortalStack(app, 'Portal', home('portal'))),
    tagged('payments', new PaymentsStack(app, 'Payments', home('payments'))),
    tagged('shell', new IdentityStack(app, 'Identity', home('identity'))),
    tagged('shell', new ReleasesStack(app, 'Releases', home('releases'))),
  ];
  for (const stack of services) stack.addStackDependency(shared, 'reads its parameters');

  const shell = tagged('shell', new ShellHostingStack(app, 'ShellHosting', home('shell-hosting')));
  for (const stack of services) shell.addStackDependency(stack, 'reads the addresses of the APIs');

  const edge = tagged('edge', new EdgeStack(app, 'Edge', props('edge', EDGE_REGION)));
  const replicas = config.replicas.map(({ region }) =>
    addReplica(app, { ...config, servesFrom: region }, artifacts),
  );
  for (const replica of replicas) shared.addStackDependency(replica, 'copies under its keys');
  if (config.operations) addOperations({ app, config, operations: config.operations, edge });
}

/** A region beside home that reads: what its services stand on, and those that have something to read. */
function addReplica(app: App, config: StageConfig, artifacts: Artifacts): Stack {
  const region = config.servesFrom ?? '';
  const props = (id: string) => ({
    env: { account: config.account, region },
    stackName: `marketplace-${config.stage}-${id}`,
    config,
    artifacts,
  });
  const replica = new ReplicaStack(app, `Replica-${region}`, props('replica'));
  const catalog = new CatalogStack(app, `Catalog-${region}`, props('catalog'));
  const booking = new BookingStack(app, `Booking-${region}`, props('booking'));
  tagStack(replica, config, 'shared');
  tagStack(catalog, config, 'catalog');
  tagStack(booking, config, 'booking');
  for (const stack of [catalog, booking]) stack.addStackDependency(replica, 'reads its parameters');
  return replica;
}

/** What watches, guards and pays for the stacks above: nothing of it runs on a laptop. */
function addOperations(stage: {
  app: App;
  config: StageConfig;
  operations: Operations;
  edge: Stack;
}): void {
  const { app, config, operations, edge } = stage;
  const marketplace = app.node.children.filter((child): child is Stack => 'stackName' in child);
  const props = (id: string, region: string) => ({
    env: { account: config.account, region },
    stackName: `marketplace-${config.stage}-${id}`,
    config,
    operations,
  });
  const home = (id: string) => props(id, config.homeRegion);
  const guardrails = new GuardrailsStack(app, 'Guardrails', home('guardrails'));
  const governance = new GovernanceStack(app, 'Governance', props('governance', EDGE_REGION));
  const operators = [
    new ObservabilityStack(app, 'Observability', home('observability')),
    new HomeGovernanceStack(app, 'GovernanceHome', home('governance')),
    governance,
  ];
  for (const stack of [guardrails, ...operators]) tagStack(stack, config, 'operations');
  for (const stack of [...marketplace, ...operators]) {
    applyPermissionBoundary(stack, config);
    stack.addStackDependency(guardrails, 'its roles carry the boundary');
  }
  governance.addStackDependency(edge, 'reads the id of the distribution');
}
