import type { CloudAssembly, KeySpec, ResolvedResource, RestApiSpec, ThrottleSpec } from '../types';
import { UnresolvedReference } from '../types';
import { read } from './values';

/** API Gateway's account-wide limit, which holds where a stage sets none. */
const ACCOUNT_RATE_PER_SECOND = 10_000;
const ACCOUNT_BURST = 5_000;

/** Every REST API that carries its definition inline. */
export function readRestApis(assembly: CloudAssembly): RestApiSpec[] {
  return assembly.resources('AWS::ApiGateway::RestApi').map((resource) => {
    const api = read(resource);
    const body = api.raw('Body');
    if (body === undefined) {
      throw new UnresolvedReference(
        resource.stack,
        resource.logicalId,
        'the local cloud serves REST APIs that carry an inline OpenAPI body, and this one has none',
      );
    }
    const minimumCompressionBytes = api.optionalNumber('MinimumCompressionSize');
    return {
      id: resource.physicalId,
      name: resource.name,
      region: resource.region,
      stages: readStages(assembly, resource),
      binaryMediaTypes: api.list<string>('BinaryMediaTypes'),
      ...(minimumCompressionBytes !== undefined && { minimumCompressionBytes }),
      body: body as Record<string, unknown>,
    };
  });
}

function readStages(assembly: CloudAssembly, api: ResolvedResource): RestApiSpec['stages'] {
  return assembly
    .resources('AWS::ApiGateway::Stage')
    .filter((stage) => read(stage).text('RestApiId') === api.physicalId)
    .map((stage) => ({
      name: stage.name,
      throttles: readThrottles(stage),
      keys: readKeys(assembly, api, stage),
    }));
}

/** The keys of the usage plans that a stage is in; AWS makes up their values, a laptop takes their names. */
function readKeys(
  assembly: CloudAssembly,
  api: ResolvedResource,
  stage: ResolvedResource,
): KeySpec[] {
  const isOfStage = (plan: ResolvedResource) =>
    read(plan)
      .objects('ApiStages')
      .some((of) => of.text('ApiId') === api.physicalId && of.text('Stage') === stage.physicalId);
  const plans = assembly.resources('AWS::ApiGateway::UsagePlan').filter(isOfStage);
  const memberships = assembly.resources('AWS::ApiGateway::UsagePlanKey').map(read);
  return plans.flatMap((plan) =>
    memberships
      .filter((membership) => membership.text('UsagePlanId') === plan.physicalId)
      .flatMap(
        (membership) => assembly.find('AWS::ApiGateway::ApiKey', membership.text('KeyId')) ?? [],
      )
      .filter((key) => read(key).flag('Enabled'))
      .map((key) => ({ value: key.name, ...limitsOf(plan) })),
  );
}

function limitsOf(plan: ResolvedResource): Omit<KeySpec, 'value'> {
  const [throttle, quota] = [read(plan).object('Throttle'), read(plan).object('Quota')];
  if (quota.has('Limit') && quota.text('Period') !== 'DAY') {
    const reason = 'the local cloud counts quotas by the day only';
    throw new UnresolvedReference(plan.stack, plan.logicalId, reason);
  }
  return {
    ...(throttle.has('RateLimit') && {
      throttle: {
        ratePerSecond: throttle.number('RateLimit', ACCOUNT_RATE_PER_SECOND),
        burst: throttle.number('BurstLimit', ACCOUNT_BURST),
      },
    }),
    ...(quota.has('Limit') && { requestsPerDay: quota.number('Limit', 0) }),
  };
}

function readThrottles(stage: ResolvedResource): ThrottleSpec[] {
  return read(stage)
    .objects('MethodSettings')
    .filter((setting) => setting.has('ThrottlingRateLimit') || setting.has('ThrottlingBurstLimit'))
    .map((setting) => ({
      resourcePath: setting.text('ResourcePath'),
      httpMethod: setting.text('HttpMethod'),
      ratePerSecond: setting.number('ThrottlingRateLimit', ACCOUNT_RATE_PER_SECOND),
      burst: setting.number('ThrottlingBurstLimit', ACCOUNT_BURST),
    }));
}
