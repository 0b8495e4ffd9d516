import type { Stack } from 'aws-cdk-lib';
import type { StageConfig } from '../config';
import type { Artifacts } from '../lib/artifacts';
import { addAuth } from '../lib/backend/auth';
import { addCache } from '../lib/backend/cache';
import { addData } from '../lib/backend/data';
import { addGateway } from '../lib/backend/gateway';
import { addSecrets } from '../lib/backend/secrets';
import { addBooking } from '../lib/backend/services/booking';
import { addCatalog } from '../lib/backend/services/catalog';
import { addIdentity } from '../lib/backend/services/identity';
import { addPayments } from '../lib/backend/services/payments';
import { addPortal } from '../lib/backend/services/portal';
import { addReleases } from '../lib/backend/services/releases';
import type { Service } from '../lib/backend/services/service';
import { addStorage } from '../lib/backend/storage';
import {
  applyPermissionBoundary,
  PermissionBoundary,
} from '../lib/constructs/governance/permission-boundary';
import { Mail } from '../lib/constructs/mail';
import { Platform } from '../lib/constructs/platform';
import { namesOf } from '../lib/names';
import { type CostSlice, tagStack } from '../lib/tags';

/** What is used of the backend that Amplify's `defineBackend` returns. */
export interface AmplifyBackend {
  /** A nested stack of the backend's own stack. */
  createStack(name: string): Stack;
  /** Adds to `amplify_outputs.json`. */
  addOutput(outputs: {
    auth: { aws_region: string; user_pool_id: string; user_pool_client_id: string };
    storage: { aws_region: string; bucket_name: string };
  }): void;
}

export interface BackendProps {
  config: StageConfig;
  artifacts: Artifacts;
  /** The feature flags of `cdk.json`, which Amplify does not read. */
  flags: Record<string, unknown>;
}

const SERVICES: [name: string, slice: CostSlice, service: Service][] = [
  ['catalog', 'catalog', addCatalog],
  ['booking', 'booking', addBooking],
  ['portal', 'provider-portal', addPortal],
  ['payments', 'payments', addPayments],
  ['identity', 'shell', addIdentity],
  ['releases', 'shell', addReleases],
];

/**
 * The home region's accounts, data, files and functions as one Amplify backend, of the same parts as the CDK app's
 * stacks. The edge, the shell's hosting and the account's guards stay with the CDK app: Amplify deploys one region.
 *
 * @throws for a stage with replica regions, which a stack without a region of its own cannot have
 */
export function composeBackend(backend: AmplifyBackend, props: BackendProps): void {
  const { artifacts, config } = props;
  if (config.replicas.length > 0) {
    const { stage } = config;
    throw new Error(
      `Stage ${stage} has replica regions, and Amplify deploys one region: deploy it with \`npx cdk deploy --all -c stage=${stage}\`.`,
    );
  }
  const stack = stackMaker(backend, props);

  const data = stack('data', 'shared');
  const { keys, table } = addData(data, config);
  const auth = stack('auth', 'shared');
  const { pool, client } = addAuth(auth, { config, artifacts, keys, table });
  const storage = stack('storage', 'shared');
  addStorage(storage, config, keys.files);
  const platform = stack('platform', 'shared');
  addSecrets(platform, { config, artifacts, keys });
  new Mail(platform, 'Mail', {
    domain: config.mail.domain,
    configurationSet: namesOf(config).configurationSet,
  });
  addGateway(platform, config, keys.telemetry);

  const needed = [data, auth, storage, platform];
  if (config.cache) {
    const cache = stack('cache', 'shared');
    addCache(cache, config, config.cache);
    cache.addStackDependency(data, 'encrypts with its keys');
    needed.push(cache);
  }
  for (const [name, slice, service] of SERVICES) {
    const functions = stack(name, slice);
    service(functions, { platform: new Platform(functions, 'Platform', config), artifacts });
    for (const other of needed) functions.addStackDependency(other, 'reads its parameters');
  }
  backend.addOutput({
    auth: {
      aws_region: auth.region,
      user_pool_id: pool.userPoolId,
      user_pool_client_id: client.userPoolClientId,
    },
    storage: { aws_region: storage.region, bucket_name: namesOf(config).assetsBucket },
  });
}

/** Makes tagged stacks with the CDK app's feature flags, whose roles carry the stage's boundary. */
function stackMaker(backend: AmplifyBackend, { config, flags }: BackendProps) {
  const flagged = (name: string): Stack => {
    const made = backend.createStack(name);
    for (const [flag, value] of Object.entries(flags)) made.node.setContext(flag, value);
    return made;
  };
  const guardrails = config.operations && flagged('guardrails');
  if (guardrails) {
    new PermissionBoundary(guardrails, 'Boundary', config);
    tagStack(guardrails, config, 'operations');
  }
  return (name: string, slice: CostSlice): Stack => {
    const made = flagged(name);
    tagStack(made, config, slice);
    if (guardrails) {
      applyPermissionBoundary(made, config);
      made.addStackDependency(guardrails, 'its roles carry the boundary');
    }
    return made;
  };
}
