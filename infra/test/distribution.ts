import { type Resource, resourcesOf, type SynthesisedStack, synthesise } from './fixtures';

export interface Behavior {
  PathPattern?: string;
  TargetOriginId: string;
  ViewerProtocolPolicy: string;
  CachePolicyId: unknown;
  OriginRequestPolicyId?: { Ref: string };
  ResponseHeadersPolicyId?: unknown;
  LambdaFunctionAssociations?: { EventType: string; LambdaFunctionARN: { Ref: string } }[];
  FunctionAssociations?: { EventType: string }[];
}

/** Managed by AWS, the same everywhere. */
export const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

/** CloudFront's reading of a pattern: `*` is any run of characters. */
const matches = (pattern: string, path: string) =>
  new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(path);

/** The edge stack of production, and questions about its distribution. */
export class SynthesisedEdge {
  readonly stack: SynthesisedStack;
  readonly config;
  readonly behaviors: Behavior[];

  constructor() {
    const { Edge } = synthesise('prod');
    if (!Edge) throw new Error('There is no edge stack');
    this.stack = Edge;
    this.config = this.only('AWS::CloudFront::Distribution').DistributionConfig;
    this.behaviors = [...this.config.CacheBehaviors, this.config.DefaultCacheBehavior];
  }

  all(type: string) {
    return resourcesOf({ Edge: this.stack }, type);
  }

  only(type: string): Resource['Properties'] {
    const [first, ...others] = this.all(type);
    if (!first || others.length > 0) throw new Error(`${others.length + 1} of ${type}`);
    return first.properties;
  }

  /** The behaviour that CloudFront picks for a path. */
  behaviorOf(path: string): Behavior {
    const fits = ({ PathPattern }: Behavior) =>
      PathPattern === undefined || matches(PathPattern, path);
    return this.behaviors.find(fits) ?? this.config.DefaultCacheBehavior;
  }

  /** Ids of the origins that a behaviour asks, in this order. */
  originsOf(behavior: Behavior | undefined): string[] {
    const target = behavior?.TargetOriginId ?? '';
    const group = this.config.OriginGroups.Items.find(({ Id }: { Id: string }) => Id === target);
    if (!group) return [target];
    return group.Members.Items.map(({ OriginId }: { OriginId: string }) => OriginId);
  }

  /** `<event> <function>` of each Lambda@Edge of a behaviour; throws on one without a numbered version. */
  lambdasOf(behavior: Behavior | undefined): string[] {
    return (behavior?.LambdaFunctionAssociations ?? []).map((association) => {
      const version = this.stack.resources[association.LambdaFunctionARN.Ref];
      if (version?.Type !== 'AWS::Lambda::Version') throw new Error('not a numbered version');
      const fn = this.stack.resources[version.Properties.FunctionName.Ref];
      const name = fn?.Properties.FunctionName.replace('marketplace-prod-', '');
      return `${association.EventType} ${name}`;
    });
  }
}

export const pathOf = (behavior: Behavior): string => behavior.PathPattern ?? 'the default';
