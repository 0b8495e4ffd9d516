import { EDGE_REGION, type StageConfig } from '../config';

export const TABLE_NAME = 'EcosystemMarketplace';

/** Lambda@Edge functions, by their constructs' ids. */
export const EDGE_FUNCTIONS = {
  Lock: 'viewer-auth',
  Personalize: 'origin-personalize',
  CacheResponse: 'origin-response',
  NearYou: 'near-you',
} as const;

/** The name that an edge function has in every region that it runs in, and in its metrics there. */
export const replicaName = (config: StageConfig, name: string): string =>
  `${EDGE_REGION}.${namesOf(config).function(name)}`;

/** The names of buckets are the world's; a region beside home adds its own. */
const regionally = (name: string, servesFrom?: string) =>
  servesFrom === undefined ? name : `${name}-${servesFrom}`;

/** Names that are fixed, so that stacks and regions agree on them without asking. */
export const namesOf = ({ stage, account, servesFrom }: StageConfig) => ({
  assetsBucket: regionally(`marketplace-${stage}-assets-${account}`, servesFrom),
  slicesBucket: `marketplace-${stage}-slices-${account}`,
  logsBucket: regionally(`marketplace-${stage}-logs-${account}`, servesFrom),
  canaryBucket: `marketplace-${stage}-canary-${account}`,
  recordsBucket: `marketplace-${stage}-records-${account}`,
  edgeRecordsBucket: `marketplace-${stage}-edge-records-${account}`,
  /** What the edge reads itself, next to it: public knowledge, and there while the home region is not. */
  snapshotsBucket: `marketplace-${stage}-snapshots-${account}`,
  edgeLogsBucket: `marketplace-${stage}-edge-logs-${account}`,
  stripeSecret: `/marketplace/${stage}/stripe`,
  linkSigningSecret: `/marketplace/${stage}/link-signing`,
  cacheSecret: `/marketplace/${stage}/cache`,
  releaseSigningSecret: `/marketplace/${stage}/release-signing`,
  overrideSecret: `/marketplace/${stage}/override-signing`,
  configurationSet: `marketplace-${stage}`,
  /** An API key, and the usage plan with its limits. */
  partnerKey: (partner: string) => `marketplace-${stage}-partner-${partner}`,
  function: (name: string) => `marketplace-${stage}-${name}`,
  /** Where an edge function logs, in whichever region it ran. */
  edgeLogs: (name: string) => `/aws/lambda/${EDGE_REGION}.marketplace-${stage}-${name}`,
  undigested: (name: string) => `marketplace-${stage}-${name}-undigested`,
  releasesStore: `marketplace-${stage}-releases`,
});

/** A role that `cdk bootstrap` makes in a region, by which the CLI deploys. */
export const bootstrapRole = (
  { account }: StageConfig,
  role: 'cfn-exec' | 'deploy' | 'file-publishing' | 'lookup',
  region: string,
) => `arn:aws:iam::${account}:role/cdk-hnb659fds-${role}-role-${account}-${region}`;

/** Prefixes of the slices bucket: the first is public through the distribution, the others never. */
export const SLICE_PREFIXES = { browser: '_mf/', server: 'server/', history: 'history/' } as const;

/** Prefixes of the assets bucket: only `media/` is public through the distribution. */
export const ASSET_PREFIXES = { media: 'media/', search: 'search/' } as const;

/** Prefix of the snapshots bucket that the fragment about a visitor's surroundings is made from. */
export const NEAR_PREFIX = 'near/';
