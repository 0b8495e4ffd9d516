/** A filter pattern of Lambda's event filtering: EventBridge's rule language. */
export type Pattern = Record<string, unknown>;

/** Whether a record passes: one pattern must match; without patterns everything does. */
export function passesFilters(record: unknown, patterns: readonly Pattern[]): boolean {
  return patterns.length === 0 || patterns.some((pattern) => matches(record, pattern));
}

function matches(value: unknown, pattern: Pattern): boolean {
  if (Array.isArray(value)) return value.some((item) => matches(item, pattern));
  return Object.entries(pattern).every(([key, rule]) => {
    if (key === '$or') return (rule as Pattern[]).some((branch) => matches(value, branch));
    const field = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return Array.isArray(rule)
      ? rule.some((condition) => satisfies(field, condition))
      : matches(field, rule as Pattern);
  });
}

function satisfies(field: unknown, condition: unknown): boolean {
  if (isObject(condition) && 'exists' in condition) {
    return (field !== undefined) === condition.exists;
  }
  if (field === undefined) return false;
  if (Array.isArray(field)) return field.some((item) => satisfies(item, condition));
  if (!isObject(condition)) return field === condition;
  return Object.entries(condition).every(([operator, operand]) => {
    const test = OPERATORS[operator];
    if (!test)
      throw new Error(`The filter operator ${operator} is not supported by the local cloud`);
    return test(field, operand);
  });
}

type Operator = (field: unknown, operand: unknown) => boolean;

const onText =
  (test: (field: string, operand: string) => boolean): Operator =>
  (field, operand) =>
    typeof field === 'string' && test(field, String(operand));

const OPERATORS: Record<string, Operator> = {
  prefix: onText((field, operand) => field.startsWith(operand)),
  suffix: onText((field, operand) => field.endsWith(operand)),
  'equals-ignore-case': onText((field, operand) => field.toLowerCase() === operand.toLowerCase()),
  'anything-but': (field, operand) => {
    if (isObject(operand)) return !satisfies(field, operand);
    return !(Array.isArray(operand) ? operand : [operand]).includes(field);
  },
  numeric: (field, operand) => typeof field === 'number' && inRange(field, operand as unknown[]),
};

/** `['>', 0, '<=', 5]` */
function inRange(value: number, range: readonly unknown[]): boolean {
  for (let index = 0; index < range.length; index += 2) {
    if (!compare(value, String(range[index]), Number(range[index + 1]))) return false;
  }
  return true;
}

function compare(value: number, operator: string, bound: number): boolean {
  switch (operator) {
    case '=':
      return value === bound;
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    default:
      throw new Error(`${operator} is not a numeric comparison`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
