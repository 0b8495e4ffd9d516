import type { StageConfig } from '../config';
import { type Acknowledgement, control } from './acknowledgement';
import { EDGE_FUNCTIONS } from './names';

/** Stacks whose names end in a region are a replica's. */
const stacks = (...names: string[]) => `^(${names.join('|')})(-[a-z0-9-]+)?/`;
const at = (stack: string, path: string) => new RegExp(`${stack}${path}$`);

const SERVICES = stacks('Catalog', 'Booking', 'Portal', 'Payments', 'Identity', 'Releases');
const EDGE_IDS = `(${Object.keys(EDGE_FUNCTIONS).join('|')})`;
const EDGE_LAMBDAS = new RegExp(`^Edge/Marketplace/${EDGE_IDS}/Function$`);
const EDGE_LOGS = new RegExp(
  `^(Edge/Marketplace/${EDGE_IDS}/Logs|EdgeLogs-[a-z0-9-]+/${EDGE_IDS})$`,
);
const LOG_BUCKETS = [/^(Shared|Replica-[a-z0-9-]+)\/AccessLogs$/, /^Edge\/Logs$/];
const RECORDS = /^(Governance|GovernanceHome)\/Records$/;
const CANARY_RESULTS = /^Observability\/Canary\/Results$/;

const forEach = (
  constructs: readonly RegExp[],
  finding: Omit<Acknowledgement, 'at'>,
): Acknowledgement[] => constructs.map((construct) => ({ at: construct, ...finding }));

const DISTRIBUTION: Acknowledgement[] = [
  {
    at: /^Edge\/Marketplace\/Distribution$/,
    id: control('CT.CLOUDFRONT.PR.1'),
    reason:
      'There is no index.html in a bucket to name: `/` is a page that the shell renders for each market.',
  },
];

const WITHOUT_DOMAIN: Acknowledgement[] = ['6', '7', '9'].map((number) => ({
  at: /^Edge\/Marketplace\/Distribution$/,
  id: control(`CT.CLOUDFRONT.PR.${number}`),
  reason:
    'Without a domain there is no certificate of our own, and so neither SNI nor a TLS version to choose.',
}));

const WITH_KEY_OF_SAME_STACK = [
  /^(Shared|Replica-[a-z0-9-]+)\/ApiFirewall\/Logs$/,
  /^Shared\/(IdentityTriggers|OverrideKeyRotation)\/[A-Za-z]+\/Logs$/,
];

const withKeyInParameter = ({ cache, operations, repository }: StageConfig): RegExp[] => [
  at(SERVICES, '.*Logs'),
  /^ShellHosting\/Shell\/.*Logs$/,
  ...(cache ? [/^Cache\/Network\/FlowLogs$/] : []),
  ...(operations ? [/^Observability\/Canary\/Logs$/] : []),
  ...(repository ? [/^Pipeline\/.*Logs$/] : []),
];

const logGroups = (config: StageConfig): Acknowledgement[] => [
  ...forEach(withKeyInParameter(config), {
    id: control('CT.CLOUDWATCH.PR.3'),
    reason:
      'Encrypted with the stage’s key for logs, whose ARN the stack reads from a parameter; the rule knows only keys of the same stack.',
  }),
  {
    at: EDGE_LOGS,
    id: control('CT.CLOUDWATCH.PR.3'),
    reason:
      'Lambda@Edge logs in a dozen regions, each of which would need a key of its own; nothing personal is logged.',
  },
];

/** What only production has to keep for long. */
const shortLivedLogs = (config: StageConfig): Acknowledgement[] =>
  forEach(
    [
      ...withKeyInParameter(config),
      ...WITH_KEY_OF_SAME_STACK,
      EDGE_LOGS,
      ...(config.operations ? [/^GovernanceHome\/Trail\/Logs$/] : []),
    ],
    {
      id: control('CT.CLOUDWATCH.PR.2'),
      reason: 'A stage for trying things out; production keeps its logs for a year.',
    },
  );

const API_NAMED_AT_DEPLOYMENT =
  'SourceArn names one API of this account; it is put together at deployment, which the rule does not read.';

const SHELL_IN_LAMBDA: Acknowledgement[] = [
  {
    at: /^ShellHosting\/Shell\/Server$/,
    id: control('CT.LAMBDA.PR.3'),
    reason: 'Renders pages from the public APIs; a network would stand between it and them.',
  },
  {
    at: /^ShellHosting\/Shell\/Server\/Aliaslive\/CalledByApi$/,
    id: control('CT.LAMBDA.PR.2'),
    reason: API_NAMED_AT_DEPLOYMENT,
  },
  {
    at: /^ShellHosting\/Shell\/Everything$/,
    id: control('CT.APIGATEWAY.PR.5'),
    reason: 'Pages are public; protected ones are locked at the edge and by the services.',
  },
];

const functions = (config: StageConfig): Acknowledgement[] => [
  {
    at: at(SERVICES, '.*/Function'),
    id: control('CT.LAMBDA.PR.3'),
    reason:
      'Who asks the cache is in its network, with subnets read from a parameter, which the rule does not follow. The others call AWS and Stripe only, under IAM: in a network each would need an endpoint or NAT by the hour and nothing would be safer.',
  },
  {
    at: /^Shared\/IdentityTriggers\/[A-Za-z]+\/Function$/,
    id: control('CT.LAMBDA.PR.3'),
    reason:
      'Called by the user pool alone; what it calls of AWS is under IAM, to which a network adds nothing.',
  },
  {
    at: /^Shared\/OverrideKeyRotation\/Rotate\/Function$/,
    id: control('CT.LAMBDA.PR.3'),
    reason: 'Calls Secrets Manager alone, under IAM, to which a network adds nothing.',
  },
  {
    at: EDGE_LAMBDAS,
    id: control('CT.LAMBDA.PR.3'),
    reason: 'Lambda@Edge cannot be in a network.',
  },
  {
    at: at(SERVICES, '.*/Aliaslive/CalledBy(Api|Partners)'),
    id: control('CT.LAMBDA.PR.2'),
    reason: API_NAMED_AT_DEPLOYMENT,
  },
  ...(config.hosting === 'lambda' ? SHELL_IN_LAMBDA : []),
];

const BUCKETS: Acknowledgement[] = [
  ...forEach(LOG_BUCKETS, {
    id: control('CT.S3.PR.2'),
    reason: 'A log bucket that logged its own deliveries would never come to rest.',
  }),
  ...forEach(LOG_BUCKETS, {
    id: control('CT.S3.PR.10'),
    reason: 'S3 delivers access logs only into buckets that are encrypted with its own key.',
  }),
  ...forEach(LOG_BUCKETS, {
    id: control('CT.S3.PR.9'),
    reason: 'S3 delivers no access logs into a bucket with Object Lock.',
  }),
  {
    at: /^Shared\/Slices$/,
    id: control('CT.S3.PR.10'),
    reason: 'Code that browsers are given anyway; what must not be forged in it is signed.',
  },
  {
    at: /^Edge\/Snapshots$/,
    id: control('CT.S3.PR.10'),
    reason: 'Public facts about public providers, copied for the fragments of the edge.',
  },
  {
    at: /^(Shared|Replica-[a-z0-9-]+)\/Assets$/,
    id: control('CT.S3.PR.9'),
    reason: 'A provider may have a picture of theirs erased; a lock would forbid it.',
  },
  {
    at: /^Shared\/Slices$/,
    id: control('CT.S3.PR.9'),
    reason:
      'Releases never change under their name, are signed and versioned; a bad one must be removable.',
  },
  {
    at: /^Edge\/Snapshots$/,
    id: control('CT.S3.PR.9'),
    reason: 'Written anew every few minutes from the table; an old version is worth nothing.',
  },
  ...forEach(
    [
      /^(Shared|Replica-[a-z0-9-]+)\/(Assets|AccessLogs)$/,
      /^Shared\/Slices$/,
      /^Edge\/(Logs|Snapshots)$/,
    ],
    {
      id: control('CT.S3.PR.4'),
      reason:
        'Nobody waits for its objects: who writes one writes to the table as well, and logs are read when asked for.',
    },
  ),
];

const RECORDS_OF_ACCOUNT: Acknowledgement[] = [
  ...forEach([RECORDS, CANARY_RESULTS], {
    id: control('CT.S3.PR.2'),
    reason:
      'Only services of AWS write into it and no role of ours reads it; who may change that is in the trail.',
  }),
  {
    at: RECORDS,
    id: control('CT.S3.PR.10'),
    reason:
      'The trail encrypts its files with a key of its own; what Config records holds no data of people.',
  },
  {
    at: CANARY_RESULTS,
    id: control('CT.S3.PR.10'),
    reason: 'Screenshots and timings of public pages, walked by nobody.',
  },
  {
    at: RECORDS,
    id: control('CT.S3.PR.9'),
    reason:
      'Config does not deliver into a bucket with a default lock; the trail’s signed digests show a changed or missing file.',
  },
  {
    at: CANARY_RESULTS,
    id: control('CT.S3.PR.9'),
    reason: 'Results of a test, thrown away after some days.',
  },
  ...forEach([RECORDS, CANARY_RESULTS], {
    id: control('CT.S3.PR.4'),
    reason: 'Read when something has happened; what happened is reported by alarms and findings.',
  }),
  {
    at: /^(Governance|GovernanceHome)\/Watch\/Threats$/,
    id: control('CT.GUARDDUTY.PR.1'),
    reason:
      'S3 protection is on, as the feature S3_DATA_EVENTS; the rule knows the older property, which excludes features.',
  },
  ...['2', '3'].map((number) => ({
    at: /^Guardrails\/Boundary\/Policy$/,
    id: control(`CT.IAM.PR.${number}`),
    reason: 'A boundary grants nothing; it is the frame in which roles’ own policies count.',
  })),
];

const QUEUES: Acknowledgement[] = [
  {
    at: at(SERVICES, '.*/Undigested'),
    id: control('CT.SQS.PR.1'),
    reason: 'It is itself where an event source puts what failed.',
  },
];

/** Findings of Control Tower's controls, accepted. */
export const controlFindings = (config: StageConfig): Acknowledgement[] => [
  ...DISTRIBUTION,
  ...(config.domain ? [] : WITHOUT_DOMAIN),
  ...logGroups(config),
  ...(config.logRetentionDays < 365 ? shortLivedLogs(config) : []),
  ...functions(config),
  ...BUCKETS,
  ...QUEUES,
  ...(config.operations ? RECORDS_OF_ACCOUNT : []),
];
