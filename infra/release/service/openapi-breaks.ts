/** The part of JSON Schema that our documents use. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}

type Contents = Record<string, { schema?: Schema }>;

interface Operation {
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content?: Contents };
  responses?: Record<string, { content?: Contents }>;
}

export interface OpenApiDocument {
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

/** Which way data goes: what clients send may become less strict, what they get may become more. */
type Direction = 'sent' | 'answered';

interface Comparison {
  before: OpenApiDocument;
  after: OpenApiDocument;
  direction: Direction;
  breaks: string[];
  /** Pairs of references that are being compared, since schemas may contain themselves. */
  seen: Set<string>;
}

/**
 * Why a client written against one document cannot live with a service that answers as another.
 * Empty when it can: new paths, new optional input and new output are no break.
 */
export function openApiBreaks(before: OpenApiDocument, after: OpenApiDocument): string[] {
  const breaks: string[] = [];
  for (const [path, methods] of Object.entries(before.paths ?? {})) {
    for (const [method, had] of Object.entries(methods)) {
      const name = `${method.toUpperCase()} ${path}`;
      const has = after.paths?.[path]?.[method];
      if (has) compareOperation(name, had, has, { before, after, breaks });
      else breaks.push(`${name} is gone`);
    }
  }
  return breaks;
}

function compareOperation(
  name: string,
  had: Operation,
  has: Operation,
  documents: Pick<Comparison, 'before' | 'after' | 'breaks'>,
): void {
  const sent: Comparison = { ...documents, direction: 'sent', seen: new Set() };
  const answered: Comparison = { ...documents, direction: 'answered', seen: new Set() };
  compareParameters(name, had.parameters ?? [], has.parameters ?? [], sent);
  if (has.requestBody?.required && !had.requestBody) {
    documents.breaks.push(`${name} needs a body`);
  }
  const bodies = [had.requestBody?.content, has.requestBody?.content].map(jsonOf);
  compareSchemas(`${name} body`, bodies[0], bodies[1], sent);
  for (const [status, answer] of Object.entries(had.responses ?? {})) {
    if (!status.startsWith('2')) continue;
    const place = `${name} ${status}`;
    const next = has.responses?.[status];
    if (!next) documents.breaks.push(`${place} is gone`);
    else compareSchemas(place, jsonOf(answer.content), jsonOf(next.content), answered);
  }
}

function compareParameters(
  name: string,
  had: Parameter[],
  has: Parameter[],
  comparison: Comparison,
): void {
  for (const parameter of has) {
    const place = `${name} ${parameter.in} ${parameter.name}`;
    const known = had.find((one) => one.name === parameter.name && one.in === parameter.in);
    if (parameter.required && !known?.required) comparison.breaks.push(`${place} became required`);
    if (known) compareSchemas(place, known.schema, parameter.schema, comparison);
  }
}

function compareSchemas(
  place: string,
  hadSchema: Schema | undefined,
  hasSchema: Schema | undefined,
  comparison: Comparison,
): void {
  if (!hadSchema) return;
  if (!hasSchema) {
    if (comparison.direction === 'answered') comparison.breaks.push(`${place} is gone`);
    return;
  }
  const pair = `${hadSchema.$ref} ${hasSchema.$ref}`;
  if (hadSchema.$ref && comparison.seen.has(pair)) return;
  if (hadSchema.$ref) comparison.seen.add(pair);
  const had = resolved(hadSchema, comparison.before);
  const has = resolved(hasSchema, comparison.after);
  compareTypes(place, had, has, comparison);
  compareProperties(place, had, has, comparison);
  compareSchemas(`${place}[]`, had.items, has.items, comparison);
}

function compareTypes(place: string, had: Schema, has: Schema, comparison: Comparison): void {
  const { direction, breaks } = comparison;
  // Who must understand a value has to know each of its types and words.
  const [given, understood] = direction === 'sent' ? [had, has] : [has, had];
  const types = typesOf(understood);
  const strange = typesOf(given).filter((type) => types.length > 0 && !types.includes(type));
  if (strange.length > 0) breaks.push(`${place} may be ${strange.join(', ')}`);
  if (direction === 'sent' && has.enum) {
    const lost = (had.enum ?? []).filter((value) => !has.enum?.includes(value));
    if (lost.length > 0) breaks.push(`${place} no longer takes ${lost.join(', ')}`);
    if (!had.enum) breaks.push(`${place} takes only ${has.enum.join(', ')}`);
  }
}

function compareProperties(place: string, had: Schema, has: Schema, comparison: Comparison): void {
  const { direction, breaks } = comparison;
  const names = Object.keys(had.properties ?? {});
  for (const name of names) {
    const next = has.properties?.[name];
    if (next) compareSchemas(`${place} ${name}`, had.properties?.[name], next, comparison);
    else if (direction === 'answered' && has.properties) breaks.push(`${place} ${name} is gone`);
  }
  const [strict, lenient] = direction === 'sent' ? [has, had] : [had, has];
  for (const name of strict.required ?? []) {
    if (lenient.required?.includes(name)) continue;
    if (direction === 'sent') breaks.push(`${place} ${name} became required`);
    else if (lenient.properties?.[name]) breaks.push(`${place} ${name} became optional`);
  }
}

function typesOf({ type, anyOf, oneOf }: Schema): string[] {
  const own = type === undefined ? [] : [type].flat();
  const nested = [...(anyOf ?? []), ...(oneOf ?? [])].flatMap(typesOf);
  return [...own, ...nested].map((name) => (name === 'integer' ? 'number' : name));
}

function resolved(schema: Schema, document: OpenApiDocument): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  return name ? (document.components?.schemas?.[name] ?? {}) : schema;
}

function jsonOf(content: Contents | undefined): Schema | undefined {
  return content?.['application/json']?.schema;
}
