import type { StageConfig } from '../config';
import { type Acknowledgement, solutions, wildcard } from './acknowledgement';
import { ASSET_PREFIXES, namesOf } from './names';

const managedPolicy = (name: string) =>
  solutions(`IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/${name}]`);

/** Findings at the services of the replica regions, and at what copies data there. */
export const replicaFindings = (config: StageConfig): Acknowledgement[] => {
  const { replicas } = config;
  if (replicas.length === 0) return [];
  const names = namesOf(config);
  const copies = replicas.map(({ region }) => namesOf({ ...config, servesFrom: region }));
  const buckets = [names, ...copies].map(({ assetsBucket }) => assetsBucket);
  return [
    ...replicas.map(({ region }) => ({
      at: new RegExp(`^(Catalog|Booking)-${region}/.*/Role$`),
      id: wildcard('*'),
      reason: 'X-Ray has no resources to name; every other statement names its own.',
    })),
    ...copies.map(({ assetsBucket }, index) => ({
      at: new RegExp(`^Catalog-${replicas[index]?.region}/.*/Role$`),
      id: wildcard(`arn:aws:s3:::${assetsBucket}/${ASSET_PREFIXES.search}*`),
      reason: 'The objects below one prefix of one bucket.',
    })),
    ...buckets.map((bucket) => ({
      at: /^Shared\/AssetsReplication$/,
      id: wildcard(`arn:<AWS::Partition>:s3:::${bucket}/*`),
      reason: 'Replication copies every object of the bucket.',
    })),
  ];
};

/** Findings at what watches and guards a stage, accepted. */
export const operationsFindings = (config: StageConfig): Acknowledgement[] => [
  {
    at: /^Shared\/Backup\/Plan\/Table\/Role$/,
    id: managedPolicy('AWSBackupServiceRolePolicyForBackup'),
    reason: 'AWS Backup extends this policy as it learns new resources; a copy would fall behind.',
  },
  {
    at: /^Governance(Home)?\/Watch\/Recorder$/,
    id: managedPolicy('AWS_ConfigRole'),
    reason: 'Config reads every kind of resource there is; the policy is AWS’s list of them.',
  },
  {
    at: /^Governance(Home)?\/Watch\/Recorder$/,
    id: wildcard('<Records091F6ECA.Arn>/config/AWSLogs/<AWS::AccountId>/*'),
    reason: 'Config chooses the names of what it delivers below its own prefix.',
  },
  {
    at: /^Guardrails\/Boundary\/Policy$/,
    id: wildcard('*'),
    reason: 'A boundary grants nothing; it is the frame in which roles’ own policies count.',
  },
  {
    at: /^Guardrails\/Boundary\/Policy$/,
    id: solutions('IAM5[Action::*]'),
    reason: 'A boundary grants nothing; it is the frame in which roles’ own policies count.',
  },
  ...['*', '<CanaryResults69FD9F35.Arn>/*'].map((resource) => ({
    at: /^Observability\/Canary\/Role$/,
    id: wildcard(resource),
    reason: 'Metrics of one namespace, traces, and results whose names Synthetics makes up.',
  })),
  {
    at: /^Observability\/Canary\/Role$/,
    id: wildcard(
      `arn:aws:logs:${config.homeRegion}:${config.account}:log-group:/aws/lambda/cwsyn-*`,
    ),
    reason: 'Synthetics makes up the name of the canary’s function.',
  },
  {
    at: /^(Governance|GovernanceHome)\/Records$|^Observability\/Canary\/Results$/,
    id: solutions('S1'),
    reason:
      'Only services of AWS write into it and no role of ours reads it; who may change that is in the trail.',
  },
];
