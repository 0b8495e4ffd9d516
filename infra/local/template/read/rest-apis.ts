import type { CloudAssembly, ResolvedResource, RestApiSpec, ThrottleSpec } from '../types';
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
    .map((stage) => ({ name: stage.name, throttles: readThrottles(stage) }));
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
