import type { CloudAssembly, ResolvedResource } from '../../../template/types';
import {
  cachePolicyOf,
  type FindPolicy,
  originRequestPolicyOf,
  responseHeadersPolicyOf,
} from './policies';
import type {
  BehaviorConfig,
  DistributionConfig,
  ErrorResponse,
  LambdaConfig,
  OriginConfig,
  OriginGroupConfig,
} from './types';
import { flagAt, numberAt, objectAt, objectsAt, type Properties, textAt, textsAt } from './values';

const DEFAULT_METHODS = ['GET', 'HEAD'];
const DEFAULT_READ_TIMEOUT_SECONDS = 30;
const DEFAULT_ERROR_TTL_SECONDS = 10;

/** Reads the one distribution of an assembly, with its policies, functions and stores. */
export function distributionFromTemplate(assembly: CloudAssembly): DistributionConfig {
  const [resource] = assembly.resources('AWS::CloudFront::Distribution');
  if (resource === undefined) throw new Error(`There is no distribution in ${assembly.dir}.`);
  const config = objectAt(resource.properties, 'DistributionConfig');
  const find: FindPolicy = (type, id) => assembly.find(type, id)?.properties;
  const behaviors = [
    ...objectsAt(config, 'CacheBehaviors'),
    { ...objectAt(config, 'DefaultCacheBehavior'), PathPattern: '*' },
  ].map((behavior) => behaviorOf(behavior, find));
  const tagHeader = textAt(objectAt(config, 'CacheTagConfig'), 'HeaderName').toLowerCase();
  return {
    id: resource.physicalId,
    domainName: `${resource.physicalId.toLowerCase()}.cloudfront.net`,
    defaultRootObject: textAt(config, 'DefaultRootObject'),
    behaviors,
    origins: objectsAt(config, 'Origins').map(originOf),
    originGroups: objectsAt(objectAt(config, 'OriginGroups'), 'Items').map(groupOf),
    errorResponses: new Map(objectsAt(config, 'CustomErrorResponses').map(errorResponseOf)),
    ...(tagHeader !== '' && { cacheTagHeader: tagHeader }),
    functions: assembly.resources('AWS::CloudFront::Function').map(functionOf),
    lambdas: lambdasOf(assembly, behaviors),
    stores: assembly
      .resources('AWS::CloudFront::KeyValueStore')
      .map(({ arn, name }) => ({ arn, name })),
  };
}

function behaviorOf(behavior: Properties, find: FindPolicy): BehaviorConfig {
  const methods = textsAt(behavior, 'AllowedMethods');
  const requestPolicy = behavior.OriginRequestPolicyId;
  const headersPolicy = behavior.ResponseHeadersPolicyId;
  return {
    pattern: textAt(behavior, 'PathPattern'),
    methods: methods.length > 0 ? methods : DEFAULT_METHODS,
    targetId: textAt(behavior, 'TargetOriginId'),
    compress: flagAt(behavior, 'Compress'),
    cachePolicy: cachePolicyOf(textAt(behavior, 'CachePolicyId'), find),
    ...(requestPolicy !== undefined && {
      originRequestPolicy: originRequestPolicyOf(String(requestPolicy), find),
    }),
    ...(headersPolicy !== undefined && {
      responseHeadersPolicy: responseHeadersPolicyOf(String(headersPolicy), find),
    }),
    functions: byEvent(behavior, 'FunctionAssociations', 'FunctionARN'),
    lambdas: byEvent(behavior, 'LambdaFunctionAssociations', 'LambdaFunctionARN'),
  };
}

function byEvent(behavior: Properties, list: string, arn: string): Record<string, string> {
  return Object.fromEntries(
    objectsAt(behavior, list).map((each) => [textAt(each, 'EventType'), textAt(each, arn)]),
  );
}

function originOf(origin: Properties): OriginConfig {
  const domainName = textAt(origin, 'DomainName');
  const custom = objectAt(origin, 'CustomOriginConfig');
  const headers = objectsAt(origin, 'OriginCustomHeaders').map((header) => [
    textAt(header, 'HeaderName').toLowerCase(),
    textAt(header, 'HeaderValue'),
  ]);
  const bucket = /^(.+)\.s3[.-][a-z0-9.-]*amazonaws\.com$/.exec(domainName)?.[1];
  const isBucket = origin.S3OriginConfig !== undefined && bucket !== undefined;
  return {
    id: textAt(origin, 'Id'),
    domainName,
    path: textAt(origin, 'OriginPath'),
    customHeaders: Object.fromEntries(headers),
    readTimeoutSeconds: numberAt(custom, 'OriginReadTimeout', DEFAULT_READ_TIMEOUT_SECONDS),
    ...(isBucket && { bucket }),
  };
}

function groupOf(group: Properties): OriginGroupConfig {
  const criteria = objectAt(group, 'FailoverCriteria');
  return {
    id: textAt(group, 'Id'),
    memberIds: objectsAt(objectAt(group, 'Members'), 'Items').map((each) =>
      textAt(each, 'OriginId'),
    ),
    failoverStatuses: textsAt(criteria, 'StatusCodes').map(Number),
  };
}

function errorResponseOf(error: Properties): [number, ErrorResponse] {
  const pagePath = textAt(error, 'ResponsePagePath');
  return [
    numberAt(error, 'ErrorCode', 0),
    {
      minTtlSeconds: numberAt(error, 'ErrorCachingMinTTL', DEFAULT_ERROR_TTL_SECONDS),
      ...(pagePath !== '' && { pagePath, status: numberAt(error, 'ResponseCode', 200) }),
    },
  ];
}

function functionOf({ arn, name, properties }: ResolvedResource) {
  const stores = objectsAt(objectAt(properties, 'FunctionConfig'), 'KeyValueStoreAssociations').map(
    (each) => textAt(each, 'KeyValueStoreARN'),
  );
  const [storeArn] = stores;
  const code = textAt(properties, 'FunctionCode');
  return { arn, name, code, ...(storeArn !== undefined && { storeArn }) };
}

function lambdasOf(assembly: CloudAssembly, behaviors: BehaviorConfig[]): LambdaConfig[] {
  const arns = new Set(behaviors.flatMap(({ lambdas }) => Object.values(lambdas)));
  return [...arns].map((arn) => {
    const fn = assembly.functionOf(arn);
    const handler = textAt(fn.properties, 'Handler');
    return { arn, name: fn.name, codeDir: assembly.assetDir(fn), handler };
  });
}
