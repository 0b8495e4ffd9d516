import {
  LOCAL_DISTRIBUTION_ID,
  LOCAL_USER_POOL_CLIENT_ID,
  LOCAL_USER_POOL_ID,
  localStage,
} from '../../config/local';
import type { RawResource, Stack } from './stack';

/** Ids that a deployment would make up and that must be the same on every laptop: tokens are issued for them, functions know them. */
const FIXED_IDS: Record<string, string> = {
  'AWS::CloudFront::Distribution': LOCAL_DISTRIBUTION_ID,
  'AWS::Cognito::UserPool': LOCAL_USER_POOL_ID,
  'AWS::Cognito::UserPoolClient': LOCAL_USER_POOL_CLIENT_ID,
};

/** The property that names a resource of the type, when the template cares to. */
const NAME_PROPERTIES: Record<string, string> = {
  'AWS::ApiGateway::ApiKey': 'Name',
  'AWS::ApiGateway::RestApi': 'Name',
  'AWS::ApiGateway::Stage': 'StageName',
  'AWS::ApiGateway::UsagePlan': 'UsagePlanName',
  'AWS::CloudFront::Function': 'Name',
  'AWS::CloudFront::KeyValueStore': 'Name',
  'AWS::Cognito::UserPoolGroup': 'GroupName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SSM::Parameter': 'Name',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::SecretsManager::Secret': 'Name',
};

const ARN_PATTERNS: Record<string, string> = {
  'AWS::ApiGateway::RestApi': 'arn:aws:apigateway:{region}::/restapis/{name}',
  'AWS::CloudFront::Distribution': 'arn:aws:cloudfront::{account}:distribution/{name}',
  'AWS::CloudFront::Function': 'arn:aws:cloudfront::{account}:function/{name}',
  'AWS::CloudFront::KeyValueStore': localStage().releasesKvsArn,
  'AWS::Cognito::UserPool': 'arn:aws:cognito-idp:{region}:{account}:userpool/{name}',
  'AWS::DynamoDB::GlobalTable': 'arn:aws:dynamodb:{region}:{account}:table/{name}',
  'AWS::DynamoDB::Table': 'arn:aws:dynamodb:{region}:{account}:table/{name}',
  'AWS::Events::Rule': 'arn:aws:events:{region}:{account}:rule/{name}',
  'AWS::IAM::Role': 'arn:aws:iam::{account}:role/{name}',
  'AWS::KMS::Key': 'arn:aws:kms:{region}:{account}:key/{name}',
  'AWS::Lambda::Function': 'arn:aws:lambda:{region}:{account}:function:{name}',
  'AWS::Logs::LogGroup': 'arn:aws:logs:{region}:{account}:log-group:{name}:*',
  'AWS::S3::Bucket': 'arn:aws:s3:::{name}',
  'AWS::SNS::Topic': 'arn:aws:sns:{region}:{account}:{name}',
  'AWS::SQS::Queue': 'arn:aws:sqs:{region}:{account}:{name}',
  'AWS::SSM::Parameter': 'arn:aws:ssm:{region}:{account}:parameter{/name}',
  'AWS::Scheduler::Schedule': 'arn:aws:scheduler:{region}:{account}:schedule/default/{name}',
  'AWS::SecretsManager::Secret': 'arn:aws:secretsmanager:{region}:{account}:secret:{name}-Local1',
};

/** Types whose `Ref` is the ARN instead of the name. */
const REF_IS_ARN = new Set([
  'AWS::CloudFront::Function',
  'AWS::SNS::Topic',
  'AWS::SecretsManager::Secret',
]);

export type Resolve = (value: unknown) => unknown;

/** The name a resource has, given or made from stack and logical id. */
export function nameOf(
  stack: Stack,
  logicalId: string,
  resource: RawResource,
  resolve: Resolve,
): string {
  const fixed = FIXED_IDS[resource.Type];
  if (fixed !== undefined) return fixed;
  const property = NAME_PROPERTIES[resource.Type];
  const given = property === undefined ? undefined : resource.Properties?.[property];
  if (given !== undefined) return String(resolve(given));
  const generated = `${stack.name}-${logicalId}`;
  return resource.Type === 'AWS::S3::Bucket' ? generated.toLowerCase().slice(0, 63) : generated;
}

export function arnOf(stack: Stack, type: string, name: string): string {
  const service = type.split('::')[1]?.toLowerCase() ?? 'local';
  const pattern = ARN_PATTERNS[type] ?? `arn:aws:${service}:{region}:{account}:{name}`;
  return pattern
    .replace('{region}', stack.region)
    .replace('{account}', stack.account)
    .replace('{/name}', name.startsWith('/') ? name : `/${name}`)
    .replace('{name}', name);
}

export function refOf(stack: Stack, type: string, name: string): string {
  if (REF_IS_ARN.has(type)) return arnOf(stack, type, name);
  if (type === 'AWS::SQS::Queue') return queueUrl(stack, name);
  return name;
}

/** `Fn::GetAtt` for what is not an ARN; undefined when the attribute is unknown. */
export function attributeOf(
  stack: Stack,
  type: string,
  name: string,
  attribute: string,
): string | undefined {
  switch (`${type}.${attribute}`) {
    case 'AWS::DynamoDB::GlobalTable.StreamArn':
    case 'AWS::DynamoDB::Table.StreamArn':
      return `${arnOf(stack, type, name)}/stream/local`;
    case 'AWS::S3::Bucket.DomainName':
      return `${name}.s3.amazonaws.com`;
    case 'AWS::S3::Bucket.RegionalDomainName':
      return `${name}.s3.${stack.region}.amazonaws.com`;
    case 'AWS::ApiGateway::RestApi.RootResourceId':
      return `${name}-root`;
    case 'AWS::Cognito::UserPool.ProviderName':
      return `cognito-idp.${stack.region}.amazonaws.com/${name}`;
    case 'AWS::Cognito::UserPool.ProviderURL':
      return `https://cognito-idp.${stack.region}.amazonaws.com/${name}`;
    case 'AWS::CloudFront::Distribution.DomainName':
      return `${name.toLowerCase()}.cloudfront.net`;
    case 'AWS::Amplify::App.DefaultDomain':
      return `${name.toLowerCase()}.amplifyapp.com`;
    case 'AWS::ElastiCache::ServerlessCache.Endpoint.Address':
      return `${name}.serverless.cache.amazonaws.com`;
    case 'AWS::ElastiCache::ServerlessCache.Endpoint.Port':
      return '6379';
    case 'AWS::SQS::Queue.QueueUrl':
      return queueUrl(stack, name);
  }
  return GENERIC_ATTRIBUTES[attribute]?.(stack, type, name);
}

const GENERIC_ATTRIBUTES: Record<string, (stack: Stack, type: string, name: string) => string> = {
  Arn: arnOf,
  FunctionARN: arnOf,
  KeyValueStoreArn: arnOf,
  TableName: (_stack, _type, name) => name,
  QueueName: (_stack, _type, name) => name,
  TopicName: (_stack, _type, name) => name,
  Id: (_stack, _type, name) => name,
  UserPoolId: (_stack, _type, name) => name,
  ClientId: (_stack, _type, name) => name,
  RestApiId: (_stack, _type, name) => name,
  KeyId: (_stack, _type, name) => name,
  GroupId: (_stack, _type, name) => name,
  AppId: (_stack, _type, name) => name,
  AppName: (_stack, _type, name) => name,
};

function queueUrl(stack: Stack, name: string): string {
  return `https://sqs.${stack.region}.amazonaws.com/${stack.account}/${name}`;
}
