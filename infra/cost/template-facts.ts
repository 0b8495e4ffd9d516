interface Template {
  Resources?: Record<string, { Type: string; Properties?: Record<string, unknown> }>;
}

/** What the templates say that costs money whether anybody books or not, and how large functions are. */
export interface TemplateFacts {
  memoryMb: Readonly<Record<string, number>>;
  count(type: string): number;
  firewallRules: number;
  canaryRunsAMonth: number;
  replicaRegions: number;
  cacheNodes: number;
  /** Doors of the network to AWS services, one an availability zone. */
  networkEndpoints: number;
}

const MINUTES_A_MONTH = 43_800;

/** Reads the templates of one stage. */
export function templateFacts(templates: readonly Template[], stage: string): TemplateFacts {
  const resources = templates.flatMap(({ Resources = {} }) => Object.values(Resources));
  const ofType = (type: string) =>
    resources.filter(({ Type }) => Type === type).map(({ Properties = {} }) => Properties);
  const memoryMb = ofType('AWS::Lambda::Function').map(({ FunctionName, MemorySize }) => [
    String(FunctionName).replace(`marketplace-${stage}-`, ''),
    Number(MemorySize ?? 128),
  ]);
  const rules = ofType('AWS::WAFv2::WebACL').map(({ Rules }) => (Rules as unknown[]).length);
  const tables = ofType('AWS::DynamoDB::GlobalTable');
  const endpoints = ofType('AWS::EC2::VPCEndpoint').filter(
    ({ VpcEndpointType }) => VpcEndpointType === 'Interface',
  );
  return {
    cacheNodes: sum(ofType('AWS::ElastiCache::ReplicationGroup').map(nodesOf)),
    networkEndpoints: sum(endpoints.map(({ SubnetIds }) => (SubnetIds as unknown[]).length)),
    memoryMb: Object.fromEntries(memoryMb),
    count: (type) => ofType(type).length,
    firewallRules: sum(rules),
    canaryRunsAMonth: sum(ofType('AWS::Synthetics::Canary').map(runsAMonth)),
    replicaRegions: sum(tables.map(({ Replicas }) => (Replicas as unknown[]).length - 1)),
  };
}

function runsAMonth({ Schedule }: Record<string, unknown>): number {
  const { Expression } = Schedule as { Expression: string };
  const [, every = '1', unit = 'minute'] = /rate\((\d+) (minute|hour)s?\)/.exec(Expression) ?? [];
  return MINUTES_A_MONTH / (Number(every) * (unit === 'hour' ? 60 : 1));
}

const nodesOf = ({ NumNodeGroups = 1, ReplicasPerNodeGroup = 0 }: Record<string, unknown>) =>
  Number(NumNodeGroups) * (1 + Number(ReplicasPerNodeGroup));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
