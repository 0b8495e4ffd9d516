/** A resource of a synthesised template with every intrinsic function replaced by its value. */
export interface ResolvedResource {
  stack: string;
  region: string;
  logicalId: string;
  type: string;
  /** What CloudFormation's `Ref` gives for the type: a name, an id, a URL or an ARN. */
  physicalId: string;
  /** The resource's own name, whatever `Ref` gives: `physicalId` of a queue is a URL, its `name` is not. */
  name: string;
  arn: string;
  /** Resolved on first access; throws {@link UnresolvedReference} when something cannot be. */
  readonly properties: Record<string, unknown>;
}

/** What `cdk synth` wrote, as plain resources across all stacks. */
export interface CloudAssembly {
  /** Absolute path of `cdk.out`. */
  dir: string;
  resources(type: string): ResolvedResource[];
  /** The resource of that type whose physical id, name, ARN or logical id is `reference`. */
  find(type: string, reference: string): ResolvedResource | undefined;
  /** The function that a name, ARN, `name:alias`, version ARN or alias ARN leads to; throws when there is none. */
  functionOf(reference: string): ResolvedResource;
  /** Absolute directory of a function's code. */
  assetDir(fn: ResolvedResource): string;
}

/** Thrown when a template's value cannot be computed on a laptop; names where it stands. */
export class UnresolvedReference extends Error {
  constructor(stack: string, logicalId: string, reason: string) {
    super(`Stack ${stack}, resource ${logicalId}: ${reason}`);
    this.name = 'UnresolvedReference';
  }
}

export interface KeyElement {
  AttributeName: string;
  KeyType: 'HASH' | 'RANGE';
}

export interface IndexSpec {
  IndexName: string;
  KeySchema: KeyElement[];
  Projection: { ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'; NonKeyAttributes?: string[] };
}

export interface TableSpec {
  name: string;
  arn: string;
  attributes: { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[];
  keys: KeyElement[];
  indexes: IndexSpec[];
  streamViewType?: 'NEW_AND_OLD_IMAGES' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'KEYS_ONLY';
  ttlAttribute?: string;
}

export interface FunctionSpec {
  name: string;
  arn: string;
  region: string;
  stack: string;
  codeDir: string;
  handler: string;
  memoryMb: number;
  timeoutSeconds: number;
  environment: Record<string, string>;
  reservedConcurrency?: number;
  /** Names of the aliases that point at the function. */
  aliases: string[];
  async: AsyncInvokeSpec;
}

/** What happens to an event that was accepted for later and then failed. */
export interface AsyncInvokeSpec {
  maxRetries: number;
  /** ARN of the queue that receives what was given up. */
  onFailureArn?: string;
}

export interface EventSourceSpec {
  /** Stable over restarts: names the checkpoint. */
  id: string;
  sourceArn: string;
  /** Table of the stream, when the source is one. */
  tableName?: string;
  functionArn: string;
  enabled: boolean;
  batchSize: number;
  windowSeconds: number;
  startingPosition: 'TRIM_HORIZON' | 'LATEST';
  /** Event patterns of which one must match; none means every record. */
  filters: Record<string, unknown>[];
  bisectOnError: boolean;
  /** -1 means for as long as the record lives. */
  maxRetries: number;
  reportsItemFailures: boolean;
  onFailureArn?: string;
}

export interface ThrottleSpec {
  /** `/*` or an escaped resource path. */
  resourcePath: string;
  httpMethod: string;
  ratePerSecond: number;
  burst: number;
}

/** What the holder of a key may ask, of all stages of its plan together. */
export interface KeySpec {
  /** What callers send. */
  value: string;
  /** A second; without it only the stage's limits hold. */
  throttle?: { ratePerSecond: number; burst: number };
  requestsPerDay?: number;
}

export interface RestApiSpec {
  id: string;
  name: string;
  region: string;
  stages: { name: string; throttles: ThrottleSpec[]; keys: KeySpec[] }[];
  binaryMediaTypes: string[];
  /** Answers of this size and more are compressed; without it none are. */
  minimumCompressionBytes?: number;
  /** The OpenAPI document with API Gateway's extensions. */
  body: Record<string, unknown>;
}

export interface ScheduleSpec {
  name: string;
  arn: string;
  region: string;
  /** `rate(…)` or `cron(…)`. */
  expression: string;
  timeZone: string;
  enabled: boolean;
  /** EventBridge rules and EventBridge Scheduler send different events. */
  kind: 'rule' | 'schedule';
  targets: { functionArn: string; input?: string }[];
}

/** A rule that reacts to events. */
export interface EventRuleSpec {
  /** In EventBridge's rule language. */
  pattern: Record<string, unknown>;
  functionArns: string[];
}

export interface GenerateSecretSpec {
  length: number;
  excludeCharacters: string;
  excludePunctuation: boolean;
  excludeNumbers: boolean;
  excludeUppercase: boolean;
  excludeLowercase: boolean;
  includeSpace: boolean;
  /** With a key the generated value joins this JSON object under it. */
  template?: string;
  key?: string;
}

export interface SecretSpec {
  name: string;
  arn: string;
  value?: string;
  generate?: GenerateSecretSpec;
  /** ARN of the function that gives it new values. */
  rotatedBy?: string;
}

export interface ParameterSpec {
  name: string;
  arn: string;
  type: 'String' | 'StringList';
  value: string;
}

export interface QueueSpec {
  name: string;
  arn: string;
  url: string;
}

export interface BucketSpec {
  name: string;
  region: string;
  versioned: boolean;
}

export interface UserPoolSpec {
  id: string;
  name: string;
  region: string;
  clients: { id: string; name: string; properties: Record<string, unknown> }[];
  groups: { name: string; description: string; precedence?: number }[];
  properties: Record<string, unknown>;
}

export interface HostedAppSpec {
  id: string;
  name: string;
  environment: Record<string, string>;
}
