export interface Template {
  Resources?: Record<string, Resource>;
  Outputs?: Record<string, { Value: unknown }>;
  Parameters?: Record<string, { Type: string; Default?: unknown }>;
}

export interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
  DeletionPolicy?: string;
  Metadata?: Record<string, unknown>;
}

/** A template, and what its surroundings know that it does not say itself. */
export interface Surroundings {
  template: Template;
  /** `AWS::Region` and its like. */
  pseudo: Record<string, string>;
  /** Settled values that a parent hands to a parameter. */
  parameters?: Record<string, unknown>;
  /** The settled output of a nested stack. */
  outputOf?: (stackId: string, output: string) => unknown;
}

/**
 * A logical id without what it says of others: versions and deployments end in a hash of all they publish, and what
 * joins two resources ends in the path of the second, which begins with the name of its app's stack.
 */
export const ownId = (logicalId: string): string =>
  logicalId
    .replace(/((?:CurrentVersion|Deployment)[0-9A-F]{8})[0-9a-f]{32}$/, '$1')
    .replace(
      /(DynamoDBEventSource|AllowEventRule|UsagePlanKeyResource|(?:Clients|Servers|Endpoints)(?:to|from)).+$/,
      '$1',
    );

/**
 * A template's value with everything filled in that does not change what is deployed: pseudo parameters, what nested
 * stacks hand to each other, joins of what is known. Two templates that say the same in other words become equal.
 */
export function settle(value: unknown, surroundings: Surroundings): unknown {
  if (Array.isArray(value)) return value.map((item) => settle(item, surroundings));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? [];
  if (entries.length === 1) {
    if (name === 'Ref') return settleRef(String(argument), surroundings);
    if (name === 'Fn::GetAtt') return settleAttribute(argument, surroundings);
    if (name === 'Fn::Join') return settleJoin(argument, surroundings);
    if (name === 'Fn::Sub' && typeof argument === 'string') return fill(argument, surroundings);
  }
  return Object.fromEntries(
    entries
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, inOrder(key, settle(item, surroundings))]),
  );
}

/** What a policy lists has no order; the library sorts it by names that are the app's own. */
function inOrder(key: string, value: unknown): unknown {
  if (!Array.isArray(value) || !['Action', 'Resource', 'Statement'].includes(key)) return value;
  return value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function settleRef(id: string, { template, pseudo, parameters = {} }: Surroundings): unknown {
  if (id in parameters) return parameters[id];
  const parameter = template.Parameters?.[id];
  if (parameter?.Type.startsWith('AWS::SSM::')) return { parameter: parameter.Default };
  return pseudo[id] ?? { Ref: ownId(id) };
}

function settleAttribute(argument: unknown, { outputOf }: Surroundings): unknown {
  const [id = '', attribute = ''] = Array.isArray(argument)
    ? argument.map(String)
    : String(argument).split(/\.(.*)/);
  const output = /^Outputs\.(.+)$/.exec(attribute)?.[1];
  if (output && outputOf) return outputOf(id, output);
  return { 'Fn::GetAtt': [ownId(id), attribute] };
}

/** A text with pseudo parameters filled in, as far as they are known. */
const fill = (text: string, { pseudo }: Surroundings): unknown => {
  const filled = text.replace(/\$\{(AWS::\w+)\}/g, (all, name: string) => pseudo[name] ?? all);
  return filled.includes('${') ? { 'Fn::Sub': filled } : filled;
};

function settleJoin(argument: unknown, surroundings: Surroundings): unknown {
  const [delimiter, parts] = argument as [string, unknown];
  const settled = settle(parts, surroundings);
  if (!Array.isArray(settled)) return { 'Fn::Join': [delimiter, settled] };
  const joined: unknown[] = [];
  const add = (part: unknown) => {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') {
      joined[joined.length - 1] = last + part;
    } else if (part !== '') joined.push(part);
  };
  settled.forEach((part: unknown, index) => {
    if (index > 0) add(delimiter);
    const inner = innerJoin(part);
    if (inner) inner.forEach(add);
    else add(part);
  });
  return joined.length === 1 ? joined[0] : { 'Fn::Join': ['', joined] };
}

/** The parts of a join that was settled already. */
const innerJoin = (part: unknown): unknown[] | undefined =>
  (part as { 'Fn::Join'?: [string, unknown[]] } | null)?.['Fn::Join']?.[1];
