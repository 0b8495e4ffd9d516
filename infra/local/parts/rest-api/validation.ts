import { Ajv, type ValidateFunction } from 'ajv';
import { type Document, type Route, resolveReferences } from './openapi';

export interface Invalid {
  type: 'BAD_REQUEST_BODY' | 'BAD_REQUEST_PARAMETERS';
  message: string;
  /** What a template sees as `$context.error.validationErrorString`. */
  detail: string;
}

export interface RequestToValidate {
  contentType: string | undefined;
  body: Buffer;
  query: URLSearchParams;
  headers: Record<string, unknown>;
}

export type Validate = (route: Route, request: RequestToValidate) => Invalid | undefined;

/** Keywords that API Gateway's importer drops or its validator does not know, by its "important notes". */
const IGNORED_KEYWORDS = new Set(['minItems', 'maxItems', 'exclusiveMinimum', 'exclusiveMaximum']);

/** Checks requests as far as API Gateway's basic validation goes; the service checks the rest. */
export function makeValidator(document: Document): Validate {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
  ajv.addSchema(toJsonSchema(resolveReferences(document)) as object, 'api');
  const compiled = new Map<string, ValidateFunction>();
  const compile = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` });
    compiled.set(pointer, known);
    return known;
  };
  return (route, request) =>
    (route.validatesParameters ? missingParameters(route, request) : undefined) ??
    (route.validatesBody ? invalidBody(route, request, compile) : undefined);
}

function missingParameters(
  route: Route,
  { query, headers }: RequestToValidate,
): Invalid | undefined {
  const missing = route.parameters
    .filter(({ name, required, in: place }) => {
      if (required !== true) return false;
      if (place === 'query') return !query.get(name);
      return place === 'header' && !headers[name.toLowerCase()];
    })
    .map(({ name }) => name);
  if (missing.length === 0) return undefined;
  const message = `Missing required request parameters: [${missing.join(', ')}]`;
  return { type: 'BAD_REQUEST_PARAMETERS', message, detail: message };
}

/** A body of a content type that has no schema passes unchecked. */
function invalidBody(
  route: Route,
  { contentType = 'application/json', body }: RequestToValidate,
  compile: (pointer: string) => ValidateFunction,
): Invalid | undefined {
  const pointer = route.schemaPointers[(contentType.split(';')[0] ?? '').trim().toLowerCase()];
  if (pointer === undefined) return undefined;
  if (body.length === 0) return route.bodyRequired ? invalid('the body is empty') : undefined;
  const validate = compile(pointer);
  try {
    if (validate(JSON.parse(body.toString()))) return undefined;
  } catch {
    return invalid('the body is not JSON');
  }
  const errors = validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`);
  return invalid((errors ?? []).join('; ').trim());
}

const invalid = (detail: string): Invalid => ({
  type: 'BAD_REQUEST_BODY',
  message: 'Invalid request body',
  detail: `[${detail}]`,
});

/** OpenAPI 3.0 says `nullable` where JSON Schema has a type `null`. */
function toJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJsonSchema);
  if (value === null || typeof value !== 'object') return value;
  const schema = Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !isDropped(key, item))
      .map(([key, item]) => [key, toJsonSchema(item)]),
  );
  return 'nullable' in value && value.nullable === true
    ? { anyOf: [schema, { type: 'null' }] }
    : schema;
}

/** Properties may be called like keywords: those hold schemas, the keywords hold plain values. */
function isDropped(key: string, item: unknown): boolean {
  const isSchema = typeof item === 'object' && item !== null;
  return !isSchema && (IGNORED_KEYWORDS.has(key) || key === 'nullable');
}
