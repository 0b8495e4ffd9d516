import type { IConstruct } from 'constructs';
import type { StageConfig } from '../config';
import { type Acknowledgement, acknowledge, solutions, wildcard } from './acknowledgement';
import { cacheFindings } from './cache-findings';
import { controlFindings } from './control-findings';
import { ASSET_PREFIXES, EDGE_FUNCTIONS, NEAR_PREFIX, namesOf, SLICE_PREFIXES } from './names';
import { operationsFindings, replicaFindings } from './operations-findings';

const SERVICE_ROLES =
  /^(Catalog|Booking|Portal|Payments|Releases|Identity|Shared\/(IdentityTriggers|OverrideKeyRotation))\/.*\/Role$/;
const EDGE_LAMBDAS = new RegExp(`^Edge/Marketplace/(${Object.keys(EDGE_FUNCTIONS).join('|')})$`);

const IN_EVERY_STAGE: Acknowledgement[] = [
  {
    at: /\/ApiLogging\/Role$/,
    id: solutions(
      'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    ),
    reason: 'API Gateway accepts one logging role an account and checks it for these permissions.',
  },
  {
    at: /^Shared\/StripeSecret$/,
    id: solutions('SMG4'),
    reason: 'Stripe has no API to rotate its keys; they are rolled in its dashboard.',
  },
  {
    at: /^Shared\/LinkSigningSecret$/,
    id: solutions('SMG4'),
    reason:
      'Links in mails of past weeks must stay valid; the key is replaced by hand after a leak.',
  },
  {
    at: /^Shared\/ReleaseSigningSecret$/,
    id: solutions('SMG4'),
    reason:
      'A new key must be trusted by the shell before it signs, and the old one until its last release is gone: a runbook, not a timer.',
  },
  {
    at: /^Shared\/Identity\/Pool$/,
    id: solutions('COG2'),
    reason:
      'One setting for customers and staff: optional for all, while the claims of admin and team are withheld without a second factor.',
  },
  {
    at: SERVICE_ROLES,
    id: wildcard('*'),
    reason:
      'X-Ray has no resources to name, nor have the network interfaces that Lambda makes next to the cache; every other statement names its own.',
  },
  {
    at: /\/RestApi\/Api$/,
    id: solutions('APIG2'),
    reason: 'The validator is declared in the OpenAPI body, where the rule does not look.',
  },
  {
    at: /\/Undigested$/,
    id: solutions('SQS3'),
    reason: 'It is itself where an event source puts what failed.',
  },
  {
    at: EDGE_LAMBDAS,
    id: solutions('L1'),
    reason: 'Node 22 is the newest runtime that is documented for Lambda@Edge.',
  },
  {
    at: /^Edge\/Marketplace\/Distribution$/,
    id: solutions('CFR1'),
    reason: 'The marketplace serves every country; `row` is the market of those without their own.',
  },
  {
    at: /^Edge\/Marketplace\/Distribution$/,
    id: 'Annotation::@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
    reason: 'The shared stack grants the distribution the public prefixes of its buckets.',
  },
];

const WITHOUT_DOMAIN: Acknowledgement[] = [
  {
    at: /^Edge\/Marketplace\/Distribution$/,
    id: solutions('CFR4'),
    reason: 'TLS 1.2 can be demanded only with a certificate of our own, that is with a domain.',
  },
];

const shellOnAmplify = ({ homeRegion, account }: StageConfig): Acknowledgement[] => [
  {
    at: /^ShellHosting\/Shell\/LoggingRole$/,
    id: wildcard(`arn:aws:logs:${homeRegion}:${account}:log-group:*`),
    reason: 'Amplify looks its group up in the list of all, which is about no single one.',
  },
];

const SHELL_IN_LAMBDA: Acknowledgement[] = [
  {
    at: /^ShellHosting\/Shell\/ComputeRole$/,
    id: wildcard('*'),
    reason: 'X-Ray has no resources to name.',
  },
  {
    at: /^ShellHosting\/Shell\/Everything$/,
    id: solutions('APIG4'),
    reason: 'Pages are public; protected ones are locked at the edge and by the services.',
  },
];

/** Findings whose id spells a resource of the stage. */
function namedAfterStage(config: StageConfig): Acknowledgement[] {
  const names = namesOf(config);
  const below = (bucket: string, prefix: string) => wildcard(`arn:aws:s3:::${bucket}/${prefix}*`);
  const prefixReason = 'The objects below one prefix of one bucket.';
  return [
    {
      at: SERVICE_ROLES,
      id: below(names.assetsBucket, ASSET_PREFIXES.search),
      reason: prefixReason,
    },
    {
      at: SERVICE_ROLES,
      id: below(names.assetsBucket, ASSET_PREFIXES.media),
      reason: prefixReason,
    },
    {
      at: /^Catalog\/Catalog\/Http\/Role$/,
      id: below(names.slicesBucket, SLICE_PREFIXES.browser),
      reason: prefixReason,
    },
    {
      at: /^Releases\/ReleaseGuard\/Guard\/Role$/,
      id: below(names.slicesBucket, SLICE_PREFIXES.history),
      reason: prefixReason,
    },
    {
      at: /^ShellHosting\/Shell\/ComputeRole$/,
      id: below(names.slicesBucket, SLICE_PREFIXES.server),
      reason: prefixReason,
    },
    ...[SERVICE_ROLES, /^Edge\/Marketplace\/NearYou$/].map((at) => ({
      at,
      id: below(names.snapshotsBucket, NEAR_PREFIX),
      reason: prefixReason,
    })),
    ...Object.entries(EDGE_FUNCTIONS).map(([id, name]) => ({
      at: new RegExp(`^Edge/Marketplace/${id}$`),
      id: wildcard(`arn:aws:logs:*:${config.account}:log-group:${names.edgeLogs(name)}:*`),
      reason: 'Edge locations log in the region next to them, under this one name.',
    })),
  ];
}

/** The findings that are known in a stage, each with its reason. */
export const acceptedFindings = (config: StageConfig): Acknowledgement[] => [
  ...IN_EVERY_STAGE,
  ...(config.domain ? [] : WITHOUT_DOMAIN),
  ...(config.hosting === 'lambda' ? SHELL_IN_LAMBDA : shellOnAmplify(config)),
  ...namedAfterStage(config),
  ...replicaFindings(config),
  ...(config.cache ? cacheFindings(config.cache) : []),
  ...(config.operations ? operationsFindings(config) : []),
  ...controlFindings(config),
];

/** Accepts the known findings of a stage. */
export const acknowledgeFindings = (app: IConstruct, config: StageConfig): void =>
  acknowledge(app, acceptedFindings(config));
