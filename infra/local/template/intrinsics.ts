/** What the intrinsic functions need to know about the place where they stand. */
export interface Scope {
  /** Value of `Ref`: a pseudo parameter, a parameter or a resource. */
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, topKey: string, secondKey: string): unknown;
  /** Value that another stack exports. */
  imported(name: string): unknown;
  /** Value of `{{resolve:ssm:name}}`. */
  parameter(name: string): string;
  region: string;
  fail(reason: string): never;
}

type Intrinsic = (scope: Scope, argument: unknown) => unknown;

const INTRINSICS: Record<string, Intrinsic> = {
  Ref: (scope, name) => scope.ref(String(name)),
  Condition: (scope, name) => scope.condition(String(name)),
  'Fn::GetAtt': (scope, argument) => {
    const [id = '', ...path] = Array.isArray(argument)
      ? argument.map(String)
      : String(argument).split('.');
    return scope.attribute(id, path.join('.'));
  },
  'Fn::Join': (scope, argument) => {
    const [separator, parts] = pair(scope, 'Fn::Join', argument);
    return listOf(scope, 'Fn::Join', parts).join(String(separator));
  },
  'Fn::Select': (scope, argument) => {
    const [index, values] = pair(scope, 'Fn::Select', argument);
    const list = listOf(scope, 'Fn::Select', values);
    const position = Number(resolveValue(scope, index));
    return position in list ? list[position] : scope.fail(`Fn::Select finds no item ${position}`);
  },
  'Fn::Split': (scope, argument) => {
    const [separator, text] = pair(scope, 'Fn::Split', argument);
    return String(resolveValue(scope, text)).split(String(separator));
  },
  'Fn::Sub': (scope, argument) =>
    Array.isArray(argument)
      ? substitute(scope, String(argument[0]), argument[1] as Record<string, unknown>)
      : substitute(scope, String(argument), {}),
  'Fn::If': (scope, argument) => {
    const [name, whenTrue, whenFalse] = argument as [string, unknown, unknown];
    return resolveValue(scope, scope.condition(name) ? whenTrue : whenFalse);
  },
  'Fn::Equals': (scope, argument) => {
    const [left, right] = pair(scope, 'Fn::Equals', argument);
    return String(resolveValue(scope, left)) === String(resolveValue(scope, right));
  },
  'Fn::And': (scope, argument) =>
    (argument as unknown[]).every((item) => resolveValue(scope, item) === true),
  'Fn::Or': (scope, argument) =>
    (argument as unknown[]).some((item) => resolveValue(scope, item) === true),
  'Fn::Not': (scope, argument) => resolveValue(scope, (argument as unknown[])[0]) !== true,
  'Fn::FindInMap': (scope, argument) => {
    const [map, top, second] = (argument as unknown[]).map((key) =>
      String(resolveValue(scope, key)),
    );
    return scope.mapping(map ?? '', top ?? '', second ?? '');
  },
  'Fn::Base64': (scope, argument) =>
    Buffer.from(String(resolveValue(scope, argument))).toString('base64'),
  'Fn::GetAZs': (scope, argument) => {
    const region = String(resolveValue(scope, argument) || scope.region);
    return ['a', 'b', 'c'].map((zone) => region + zone);
  },
  'Fn::ImportValue': (scope, argument) => scope.imported(String(resolveValue(scope, argument))),
  'Fn::ToJsonString': (scope, argument) => JSON.stringify(resolveValue(scope, argument)),
};

/** Replaces every intrinsic function in `value`; `AWS::NoValue` removes the property or item that held it. */
export function resolveValue(scope: Scope, value: unknown): unknown {
  if (typeof value === 'string') return resolveDynamicReferences(scope, value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    return value.map((item) => resolveValue(scope, item)).filter((item) => item !== undefined);
  }
  const entries = Object.entries(value);
  const [first] = entries;
  if (first !== undefined && entries.length === 1) {
    const [key, argument] = first;
    const intrinsic = isIntrinsicCall(key, argument) ? INTRINSICS[key] : undefined;
    if (intrinsic) return intrinsic(scope, argument);
    if (key.startsWith('Fn::')) scope.fail(`${key} is not supported by the local cloud`);
  }
  return Object.fromEntries(
    entries.flatMap(([key, item]) => {
      const resolved = resolveValue(scope, item);
      return resolved === undefined ? [] : [[key, resolved]];
    }),
  );
}

/** A policy statement may hold nothing but a `Condition` object: only the form with a name is a function. */
function isIntrinsicCall(key: string, argument: unknown): boolean {
  return key !== 'Condition' || typeof argument === 'string';
}

function substitute(scope: Scope, text: string, variables: Record<string, unknown>): string {
  return text.replace(/\$\{(!?)([^}]+)\}/g, (_match, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in variables) return String(resolveValue(scope, variables[name]));
    const dot = name.indexOf('.');
    return String(
      dot < 0 ? scope.ref(name) : scope.attribute(name.slice(0, dot), name.slice(dot + 1)),
    );
  });
}

function resolveDynamicReferences(scope: Scope, text: string): string {
  if (!text.includes('{{resolve:ssm:')) return text;
  return text.replace(/\{\{resolve:ssm:([^:}]+)(?::\d+)?\}\}/g, (_match, name: string) =>
    scope.parameter(name),
  );
}

function pair(scope: Scope, intrinsic: string, argument: unknown): [unknown, unknown] {
  if (!Array.isArray(argument) || argument.length !== 2) {
    scope.fail(`${intrinsic} needs two arguments`);
  }
  return argument as [unknown, unknown];
}

function listOf(scope: Scope, intrinsic: string, value: unknown): unknown[] {
  const list = resolveValue(scope, value);
  return Array.isArray(list) ? list : scope.fail(`${intrinsic} needs a list`);
}
