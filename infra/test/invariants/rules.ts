import { CfnResource, type Stack, TagManager } from 'aws-cdk-lib';
import { NETWORK_INTERFACES } from '../../lib/constructs/cache/cache-access';
import { TAG_KEYS } from '../../lib/tags';
import type { Resource, SynthesisedStack } from '../fixtures';

type Template = Pick<SynthesisedStack, 'id' | 'resources'>;

/** What a template says about one resource. */
interface Found extends Resource {
  logicalId: string;
  stack: Template;
}

type Rule = (resource: Found) => boolean;

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource?: unknown;
  Principal?: unknown;
}

const listOf = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Actions that AWS lets nobody name a resource for. */
const WITHOUT_RESOURCE = [
  'cloudwatch:PutMetricData',
  ...NETWORK_INTERFACES,
  's3:ListAllMyBuckets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
];

/** A frame for other policies, which grants nothing itself. */
const isBoundary = ({ stack }: Found) => stack.id === 'Guardrails';

const allowed = ({ Properties }: Found): Statement[] =>
  [Properties.PolicyDocument, ...listOf<{ PolicyDocument: unknown }>(Properties.Policies)]
    .map((policy) => (policy as { PolicyDocument?: unknown })?.PolicyDocument ?? policy)
    .flatMap((document) => listOf((document as { Statement?: Statement[] })?.Statement))
    .filter(({ Effect }) => Effect === 'Allow');

const isIam = (resource: Found) => resource.Type.startsWith('AWS::IAM::') && !isBoundary(resource);
const siblings = ({ stack }: Found, type: string) =>
  Object.values(stack.resources).filter(({ Type }) => Type === type);
const refersTo = (value: unknown, logicalId: string) =>
  JSON.stringify(value ?? null).includes(`"${logicalId}"`);

const isEdgeFunction = ({ stack }: Found) => stack.id === 'Edge';

/** Aliases of a function, and the function itself. */
const calledAs = (fn: Found): string[] => [
  fn.logicalId,
  ...Object.entries(fn.stack.resources)
    .filter(
      ([, { Type, Properties }]) =>
        Type === 'AWS::Lambda::Alias' && refersTo(Properties.FunctionName, fn.logicalId),
    )
    .map(([logicalId]) => logicalId),
];

const losesWhatFails: Rule = (fn) => {
  if (fn.Type !== 'AWS::Lambda::Function' || isEdgeFunction(fn)) return false;
  const names = calledAs(fn);
  const isFor = (value: unknown) => names.some((name) => refersTo(value, name));
  const sources = siblings(fn, 'AWS::Lambda::EventSourceMapping').filter(({ Properties }) =>
    isFor(Properties.FunctionName),
  );
  const isScheduled = siblings(fn, 'AWS::Events::Rule').some(({ Properties }) =>
    isFor(Properties.Targets),
  );
  const keepsRuns = siblings(fn, 'AWS::Lambda::EventInvokeConfig').some(
    ({ Properties }) => isFor(Properties.FunctionName) && Properties.DestinationConfig?.OnFailure,
  );
  return (
    sources.some(({ Properties }) => !Properties.DestinationConfig?.OnFailure) ||
    (isScheduled && !keepsRuns && !fn.Properties.DeadLetterConfig)
  );
};

const isUnencrypted: Rule = ({ Type, Properties, stack }) => {
  switch (Type) {
    case 'AWS::S3::Bucket':
      return !Properties.BucketEncryption;
    case 'AWS::DynamoDB::GlobalTable':
      return Properties.SSESpecification?.SSEType !== 'KMS';
    case 'AWS::SQS::Queue':
      return !Properties.SqsManagedSseEnabled && !Properties.KmsMasterKeyId;
    case 'AWS::SNS::Topic':
      return !Properties.KmsMasterKeyId;
    case 'AWS::SecretsManager::Secret':
      return !Properties.KmsKeyId;
    case 'AWS::Logs::LogGroup':
      // Edge functions log in a dozen regions, each of which would need a key of its own.
      return !Properties.KmsKeyId && !/^Edge(Logs-[a-z0-9-]+)?$/.test(stack.id);
    case 'AWS::Lambda::Function':
      return Properties.Environment !== undefined && !Properties.KmsKeyArn;
    case 'AWS::Backup::BackupVault':
      return !Properties.EncryptionKeyArn;
    case 'AWS::CloudTrail::Trail':
      return !Properties.KMSKeyId;
    case 'AWS::ElastiCache::ServerlessCache':
      return !Properties.KmsKeyId;
    case 'AWS::ElastiCache::ReplicationGroup':
      return !(Properties.KmsKeyId && Properties.TransitEncryptionEnabled);
    default:
      return false;
  }
};

const isPublic: Rule = (resource) => {
  const { Type, Properties } = resource;
  if (Type === 'AWS::S3::BucketPolicy') {
    return allowed(resource).some(({ Principal }) => /"?\*"?/.test(JSON.stringify(Principal)));
  }
  if (Type !== 'AWS::S3::Bucket') return false;
  const block = Properties.PublicAccessBlockConfiguration ?? {};
  return ![
    'BlockPublicAcls',
    'BlockPublicPolicy',
    'IgnorePublicAcls',
    'RestrictPublicBuckets',
  ].every((name) => block[name] === true);
};

const isUntraced: Rule = (resource) => {
  const { Type, Properties } = resource;
  if (Type === 'AWS::ApiGateway::Stage') return Properties.TracingEnabled !== true;
  // Lambda@Edge knows no X-Ray.
  if (Type !== 'AWS::Lambda::Function' || isEdgeFunction(resource)) return false;
  return Properties.TracingConfig?.Mode !== 'Active';
};

/** What logs into no group of the template: AWS makes one that is never emptied. */
const logsForEver: Rule = (resource) => {
  const { Type, Properties, logicalId } = resource;
  const hasGroupNamedAfter = (id: string) =>
    siblings(resource, 'AWS::Logs::LogGroup').some((group) =>
      refersTo(group.Properties.LogGroupName, id),
    );
  switch (Type) {
    case 'AWS::Lambda::Function':
      return !isEdgeFunction(resource) && !Properties.LoggingConfig?.LogGroup;
    case 'AWS::Synthetics::Canary':
      return !hasGroupNamedAfter(logicalId);
    case 'AWS::ApiGateway::Stage':
      return logsFailures(resource) && !hasGroupNamedAfter(Properties.RestApiId?.Ref);
    case 'AWS::Amplify::App':
      return !Properties.IAMServiceRole || !hasGroupNamedAfter(logicalId);
    default:
      return false;
  }
};

/** Whether API Gateway writes about executions, into a group that is named after the API. */
const logsFailures = ({ Properties: { MethodSettings = [] } }: Found) =>
  listOf<{ LoggingLevel?: string }>(MethodSettings).some(
    ({ LoggingLevel = 'OFF' }) => LoggingLevel !== 'OFF',
  );

/** What must never be in a template of any stage. */
export const RULES: Record<string, Rule> = {
  'a public bucket': isPublic,
  'a wildcard action': (resource) =>
    isIam(resource) &&
    allowed(resource).some(({ Action }) => listOf(Action).some((name) => name.includes('*'))),
  'a wildcard resource without a reason': (resource) =>
    isIam(resource) &&
    allowed(resource).some(
      ({ Action, Resource }) =>
        listOf(Resource).includes('*') &&
        listOf(Action).some((name) => !WITHOUT_RESOURCE.includes(name)),
    ),
  'something unencrypted': isUnencrypted,
  'something untraced': isUntraced,
  'an alarm without a runbook': ({ Type, Properties }) =>
    /^AWS::CloudWatch::(Composite)?Alarm$/.test(Type) &&
    !/docs\/runbooks\/[\w-]+\.md/.test(Properties.AlarmDescription ?? ''),
  'a function that loses what fails': losesWhatFails,
  'a log group without retention': (resource) =>
    (resource.Type === 'AWS::Logs::LogGroup' && !resource.Properties.RetentionInDays) ||
    logsForEver(resource),
};

/** `stack/logical id` of everything that breaks a rule. */
export function violations(stacks: Record<string, Template>, rule: Rule): string[] {
  return Object.values(stacks).flatMap((stack) =>
    Object.entries(stack.resources)
      .filter(([logicalId, resource]) => rule({ ...resource, logicalId, stack }))
      .map(([logicalId]) => `${stack.id}/${logicalId}`),
  );
}

/** `path` of everything that could carry the cost allocation tags and does not. */
export function untagged(stacks: readonly Stack[]): string[] {
  return stacks.flatMap((stack) =>
    stack.node
      .findAll()
      .filter((construct) => CfnResource.isCfnResource(construct))
      .filter((resource) => {
        const tags = TagManager.of(resource)?.tagValues();
        return tags !== undefined && !TAG_KEYS.every((key) => key in tags);
      })
      .map(({ node }) => node.path),
  );
}
