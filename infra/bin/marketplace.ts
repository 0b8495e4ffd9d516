import type { App, Stack } from 'aws-cdk-lib';
import { EDGE_REGION, type Operations, type StageConfig } from '../config';
import type { Artifacts } from '../lib/artifacts';
import { addBooking } from '../lib/backend/services/booking';
import { addCatalog } from '../lib/backend/services/catalog';
import { addIdentity } from '../lib/backend/services/identity';
import { addPayments } from '../lib/backend/services/payments';
import { addPortal } from '../lib/backend/services/portal';
import { addReleases } from '../lib/backend/services/releases';
import type { Service } from '../lib/backend/services/service';
import { applyPermissionBoundary } from '../lib/constructs/governance/permission-boundary';
import { CacheStack } from '../lib/stacks/cache';
import { EdgeStack } from '../lib/stacks/edge';
import { EdgeLogsStack } from '../lib/stacks/edge-logs';
import { GovernanceStack, HomeGovernanceStack } from '../lib/stacks/operations/governance';
import { GuardrailsStack } from '../lib/stacks/operations/guardrails';
import { ObservabilityStack } from '../lib/stacks/operations/observability';
import { PipelineStack } from '../lib/stacks/pipeline';
import { ReplicaStack } from '../lib/stacks/replica';
import { ServiceStack } from '../lib/stacks/service-stack';
import { SharedStack } from '../lib/stacks/shared';
import { ShellHostingStack } from '../lib/stacks/shell-hosting';
import { type CostSlice, tagStack } from '../lib/tags';

/**
 * The stacks of a stage and how they join: what one knows of another it reads from parameters
 * (home region) or from the stage's configuration (edge), so the order below matters only the first time.
 */
export function addMarketplace(app: App, config: StageConfig, artifacts: Artifacts) {
  const home = (id: string) => ({ ...propsOf(config, id, config.homeRegion), artifacts });
  const tagged = <S extends Stack>(slice: CostSlice, stack: S): S => {
    tagStack(stack, config, slice);
    return stack;
  };

  const serviceStack = (id: string, service: Service) =>
    new ServiceStack(app, id, { ...home(id.toLowerCase()), service });

  const shared = tagged('shared', new SharedStack(app, 'Shared', home('shared')));
  const cached = [
    tagged('catalog', serviceStack('Catalog', addCatalog)),
    tagged('booking', serviceStack('Booking', addBooking)),
  ];
  const services = [
    ...cached,
    tagged('provider-portal', serviceStack('Portal', addPortal)),
    tagged('payments', serviceStack('Payments', addPayments)),
    tagged('shell', serviceStack('Identity', addIdentity)),
    tagged('shell', serviceStack('Releases', addReleases)),
  ];
  for (const stack of services) stack.addStackDependency(shared, 'reads its parameters');
  if (config.cache) {
    const props = { ...home('cache'), cache: config.cache };
    const cache = tagged('shared', new CacheStack(app, 'Cache', props));
    cache.addStackDependency(shared, 'encrypts with its keys');
    for (const stack of cached) stack.addStackDependency(cache, 'is in its network');
  }

  const shell = tagged('shell', new ShellHostingStack(app, 'ShellHosting', home('shell-hosting')));
  for (const stack of services) shell.addStackDependency(stack, 'reads the addresses of the APIs');

  const edge = addEdge(app, config, artifacts);
  const replicas = config.replicas.map(({ region }) =>
    addReplica(app, { ...config, servesFrom: region }, artifacts),
  );
  for (const replica of replicas) shared.addStackDependency(replica, 'copies under its keys');
  if (config.operations) addOperations({ app, config, operations: config.operations, edge });
}

/** What a stack is told of its stage and place. */
const propsOf = (config: StageConfig, id: string, region: string) => ({
  env: { account: config.account, region },
  stackName: `marketplace-${config.stage}-${id}`,
  config,
});

/** The edge, after the groups that its functions log into. */
function addEdge(app: App, config: StageConfig, artifacts: Artifacts): Stack {
  const logs = config.edgeLogRegions.map(
    (region) => new EdgeLogsStack(app, `EdgeLogs-${region}`, propsOf(config, 'edge-logs', region)),
  );
  const edge = new EdgeStack(app, 'Edge', { ...propsOf(config, 'edge', EDGE_REGION), artifacts });
  for (const stack of [...logs, edge]) tagStack(stack, config, 'edge');
  for (const stack of logs) edge.addStackDependency(stack, 'would make its groups itself');
  return edge;
}

/** A region beside home that reads: what its services stand on, and those that have something to read. */
function addReplica(app: App, config: StageConfig, artifacts: Artifacts): Stack {
  const region = config.servesFrom ?? '';
  const props = (id: string) => ({ ...propsOf(config, id, region), artifacts });
  const replica = new ReplicaStack(app, `Replica-${region}`, props('replica'));
  const catalog = new ServiceStack(app, `Catalog-${region}`, {
    ...props('catalog'),
    service: addCatalog,
  });
  const booking = new ServiceStack(app, `Booking-${region}`, {
    ...props('booking'),
    service: addBooking,
  });
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
  const props = (id: string, region: string) => ({ ...propsOf(config, id, region), operations });
  const home = (id: string) => props(id, config.homeRegion);
  const guardrails = new GuardrailsStack(app, 'Guardrails', home('guardrails'));
  const governance = new GovernanceStack(app, 'Governance', props('governance', EDGE_REGION));
  const operators: Stack[] = [
    new ObservabilityStack(app, 'Observability', home('observability')),
    new HomeGovernanceStack(app, 'GovernanceHome', home('governance')),
    governance,
  ];
  const { repository } = config;
  if (repository) {
    operators.push(new PipelineStack(app, 'Pipeline', { ...home('pipeline'), repository }));
  }
  for (const stack of [guardrails, ...operators]) tagStack(stack, config, 'operations');
  for (const stack of [...marketplace, ...operators]) {
    applyPermissionBoundary(stack, config);
    stack.addStackDependency(guardrails, 'its roles carry the boundary');
  }
  governance.addStackDependency(edge, 'reads the id of the distribution');
}
