import type { Resource } from '../fixtures';

interface Association {
  EventType: string;
  LambdaFunctionARN?: { Ref?: string };
}

interface Behavior {
  PathPattern?: string;
  LambdaFunctionAssociations?: Association[];
  FunctionAssociations?: { EventType: string }[];
}

/** What is read of a stack. */
export interface EdgeTemplate {
  region: string;
  resources: Record<string, Resource>;
}

/** A function that a distribution calls, and on which events. */
interface Called extends Association {
  logicalId: string;
  properties: Resource['Properties'];
}

type EdgeRule = (template: EdgeTemplate) => string[];

const HOME_OF_THE_EDGE = 'us-east-1';
const ON_VIEWER = /^viewer-/;
/** AWS's limits: a viewer waits for these at every request, for the others at a miss only. */
const SECONDS = { viewer: 5, origin: 30 };
/** AWS allows more on origin events; ours must do with what viewer events have. */
const MEMORY_MB = 128;
/** Nothing of the kind is copied to the edge. */
const FORBIDDEN = [
  ...['Environment', 'VpcConfig', 'Layers', 'TracingConfig', 'LoggingConfig'],
  ...['DeadLetterConfig', 'FileSystemConfigs', 'KmsKeyArn', 'ImageUri'],
];
const RUNTIMES = ['nodejs22.x'];

function behaviorsOf({ resources }: EdgeTemplate): Behavior[] {
  return Object.values(resources)
    .filter(({ Type }) => Type === 'AWS::CloudFront::Distribution')
    .map(({ Properties }) => Properties.DistributionConfig)
    .flatMap(({ DefaultCacheBehavior, CacheBehaviors = [] }) => [
      DefaultCacheBehavior,
      ...CacheBehaviors,
    ]);
}

const pathOf = ({ PathPattern = 'the default' }: Behavior) => PathPattern;

/** The version of a function that an association names; nothing for aliases and the newest code. */
const versionOf = ({ resources }: EdgeTemplate, { LambdaFunctionARN }: Association) => {
  const named = resources[LambdaFunctionARN?.Ref ?? ''];
  return named?.Type === 'AWS::Lambda::Version' ? named : undefined;
};

function calledOf(template: EdgeTemplate): Called[] {
  return behaviorsOf(template).flatMap(({ LambdaFunctionAssociations: associations = [] }) =>
    associations.flatMap((association) => {
      const logicalId: string = versionOf(template, association)?.Properties.FunctionName.Ref ?? '';
      const properties = template.resources[logicalId]?.Properties;
      return properties ? [{ ...association, logicalId, properties }] : [];
    }),
  );
}

/** A rule about each function that a distribution calls. */
const eachCalled =
  (isWrong: (called: Called) => boolean): EdgeRule =>
  (template) => [
    ...new Set(
      calledOf(template)
        .filter(isWrong)
        .map(({ logicalId }) => logicalId),
    ),
  ];

/** What Lambda@Edge refuses, or takes and then fails at: found in a template before it is deployed. */
export const EDGE_RULES: Record<string, EdgeRule> = {
  'a function away from us-east-1': (template) =>
    template.region === HOME_OF_THE_EDGE
      ? []
      : calledOf(template).map(({ logicalId }) => logicalId),
  'another architecture than x86_64': eachCalled(
    ({ properties: { Architectures = ['x86_64'] } }) => String(Architectures) !== 'x86_64',
  ),
  'a runtime that the edge does not have': eachCalled(
    ({ properties }) => !RUNTIMES.includes(properties.Runtime),
  ),
  'a time-out beyond what the event allows': eachCalled(
    ({ EventType, properties: { Timeout = 3 } }) =>
      Timeout > (ON_VIEWER.test(EventType) ? SECONDS.viewer : SECONDS.origin),
  ),
  'more memory than 128 MB': eachCalled(
    ({ properties: { MemorySize = 128 } }) => MemorySize > MEMORY_MB,
  ),
  'an environment, or anything else that stays in the region': eachCalled(({ properties }) =>
    FORBIDDEN.some((name) => name in properties),
  ),
  'a function without a numbered version': (template) =>
    behaviorsOf(template)
      .filter(({ LambdaFunctionAssociations: associations = [] }) =>
        associations.some((association) => !versionOf(template, association)),
      )
      .map(pathOf),
  'both kinds of functions on viewer events': (template) =>
    behaviorsOf(template)
      .filter(({ FunctionAssociations: small = [], LambdaFunctionAssociations: large = [] }) =>
        [small, large].every((list) => list.some(({ EventType }) => ON_VIEWER.test(EventType))),
      )
      .map(pathOf),
};
