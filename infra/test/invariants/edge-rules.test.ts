import { describe, expect, it } from 'vitest';
import { STAGE_NAMES } from '../../config';
import { synthesise } from '../fixtures';
import { EDGE_RULES, type EdgeTemplate } from './edge-rules';

describe.each(STAGE_NAMES)('the edge of %s', (stage) => {
  const { Edge } = synthesise(stage);
  const template = { region: Edge?.stack.region ?? '', resources: Edge?.resources ?? {} };

  it('calls functions: the rules have something to look at', () => {
    const away = EDGE_RULES['a function away from us-east-1']?.({
      ...template,
      region: 'eu-west-1',
    });
    expect(new Set(away).size).toBe(4);
  });

  it.each(Object.entries(EDGE_RULES))('has nowhere %s', (_name, rule) => {
    expect(rule(template)).toEqual([]);
  });
});

interface Planted {
  region?: string;
  /** Properties of the function. */
  fn?: Record<string, unknown>;
  /** What the behaviour names, and when. */
  association?: Record<string, unknown>;
  behavior?: Record<string, unknown>;
}

/** A distribution that calls a function as the edge wants it, but for what is given. */
function planted({ region = 'us-east-1', fn, association, behavior }: Planted = {}): EdgeTemplate {
  const good = { Runtime: 'nodejs22.x', Architectures: ['x86_64'], Timeout: 5, MemorySize: 128 };
  const called = { EventType: 'viewer-request', LambdaFunctionARN: { Ref: 'Version' } };
  const config = {
    DefaultCacheBehavior: {},
    CacheBehaviors: [
      {
        PathPattern: '/x',
        LambdaFunctionAssociations: [{ ...called, ...association }],
        ...behavior,
      },
    ],
  };
  return {
    region,
    resources: {
      Fn: { Type: 'AWS::Lambda::Function', Properties: { ...good, ...fn } },
      Version: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Fn' } } },
      Live: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Fn' } } },
      Door: { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: config } },
    },
  };
}

const PLANTED: Record<keyof typeof EDGE_RULES, Planted[]> = {
  'a function away from us-east-1': [{ region: 'eu-west-1' }],
  'another architecture than x86_64': [{ fn: { Architectures: ['arm64'] } }],
  'a runtime that the edge does not have': [
    { fn: { Runtime: 'nodejs24.x' } },
    { fn: { Runtime: undefined } },
  ],
  'a time-out beyond what the event allows': [
    { fn: { Timeout: 6 } },
    { fn: { Timeout: 31 }, association: { EventType: 'origin-request' } },
  ],
  'more memory than 128 MB': [{ fn: { MemorySize: 129 } }],
  'an environment, or anything else that stays in the region': [
    { fn: { Environment: { Variables: { STAGE: 'prod' } } } },
    { fn: { VpcConfig: { SubnetIds: ['subnet-1'] } } },
    { fn: { Layers: ['arn:layer'] } },
    { fn: { TracingConfig: { Mode: 'Active' } } },
    { fn: { DeadLetterConfig: { TargetArn: 'arn:queue' } } },
  ],
  'a function without a numbered version': [
    { association: { LambdaFunctionARN: { Ref: 'Live' } } },
    { association: { LambdaFunctionARN: { 'Fn::GetAtt': ['Fn', 'Arn'] } } },
  ],
  'both kinds of functions on viewer events': [
    { behavior: { FunctionAssociations: [{ EventType: 'viewer-request' }] } },
    { behavior: { FunctionAssociations: [{ EventType: 'viewer-response' }] } },
  ],
};

describe('a violation at the edge', () => {
  it('is planted for every rule', () => {
    expect(Object.keys(PLANTED)).toEqual(Object.keys(EDGE_RULES));
  });

  it.each(Object.entries(EDGE_RULES))('is not found where there is none: %s', (_name, rule) => {
    expect(rule(planted())).toEqual([]);
    const onOrigin = { EventType: 'origin-request' };
    expect(rule(planted({ association: onOrigin, fn: { Timeout: 30 } }))).toEqual([]);
  });

  const cases = Object.entries(PLANTED).flatMap(([name, ways]) =>
    ways.map((way) => [name, JSON.stringify(way), way] as const),
  );
  it.each(cases)('is found: %s (%s)', (name, _way, way) => {
    expect(EDGE_RULES[name]?.(planted(way))).toHaveLength(1);
  });
});
