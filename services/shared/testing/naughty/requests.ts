import { samplesOf } from './samples';
import type { ContractDocument, Known, Parameter } from './schema';

export interface NaughtyRequest {
  route: string;
  /** The one field that holds the string: `query q`, `header idempotency-key`, `body customer.name`. */
  field: string;
  text: string;
  method: string;
  path: string;
  body: unknown;
  headers: Record<string, string>;
}

/** Fields that take no free text refuse all alike: each of them is given one string in so many. */
const SPARED = 8;

/** Headers that are read of any request, whatever its contract says. */
const ANY_ROUTE = [
  ...['accept', 'authorization', 'content-type', 'cookie', 'origin'],
  ...['user-agent', 'x-forwarded-for', 'x-market'],
];

/** Requests for each field of each route of a contract, good but for a string in that field. */
export function naughtyRequests(
  document: ContractDocument,
  texts: readonly string[],
  known: Known,
): NaughtyRequest[] {
  const { of, fieldsOf, isFreeText } = samplesOf(document, known);
  const textsFor = (isFree: boolean, at: number) =>
    isFree ? texts : texts.filter((_, index) => index % SPARED === at % SPARED);
  return Object.entries(document.paths).flatMap(([template, operations], routeAt) =>
    Object.entries(operations).flatMap(([verb, { parameters = [], requestBody }]) => {
      const method = verb.toUpperCase();
      const route = { route: `${method} ${template}`, method };
      const schema = requestBody?.content['application/json']?.schema;
      const good = schema && of(schema);
      const address = (name?: string, text = '') =>
        addressOf(template, parameters, { [name ?? '']: text }, (parameter) =>
          of(parameter.schema, parameter.name, template),
        );
      const inAddress = parameters
        .filter((parameter) => parameter.in !== 'header')
        .flatMap(({ in: place, name, schema: of }, at) =>
          textsFor(isFreeText(of), at).map((text) => ({
            ...{ ...route, field: `${place} ${name}`, text },
            ...{ path: address(name, text), body: good, headers: {} },
          })),
        );
      const named = parameters.flatMap(({ in: place, name }) => (place === 'header' ? name : []));
      // One each: what reads headers stands before every route, and the next route gets the next text.
      const inHeaders = [...named, ...ANY_ROUTE].map((name, at) => {
        const text = texts[(routeAt + at) % texts.length] ?? '';
        const headers = { [name]: asHeader(text) };
        return { ...route, field: `header ${name}`, text, path: address(), body: good, headers };
      });
      const inBody = (schema ? fieldsOf(schema) : []).flatMap(({ keys, isFree }, at) =>
        textsFor(isFree, at).map((text) => ({
          ...{ ...route, field: `body ${keys.join('.')}`, text },
          ...{ path: address(), body: replaced(good, keys, text, known), headers: {} },
        })),
      );
      return [...inAddress, ...inHeaders, ...inBody];
    }),
  );
}

function addressOf(
  template: string,
  parameters: readonly Parameter[],
  naughty: Record<string, string>,
  sample: (parameter: Parameter) => unknown,
): string {
  let path = template;
  const query: string[] = [];
  for (const parameter of parameters) {
    const { name, in: place, required } = parameter;
    const value = encodeURIComponent(wellFormed(String(naughty[name] ?? sample(parameter))));
    if (place === 'path') path = path.replace(`{${name}}`, () => value);
    if (place === 'query' && (required || name in naughty)) query.push(`${name}=${value}`);
  }
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
}

/** The bytes of a text as a header can hold them: a header ends at these three. */
const asHeader = (text: string) =>
  Buffer.from(text)
    .toString('latin1')
    .replaceAll(/[\0\r\n]/g, '');

/** What a URL can hold: half a character is replaced, as browsers do. */
const wellFormed = (text: string) => Buffer.from(text).toString();

function replaced(
  value: unknown,
  [key, ...rest]: readonly string[],
  text: string,
  known: Known,
): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value)) return [replaced(value[0], rest, text, known)];
  const fields = { ...(value as Record<string, unknown> | undefined) };
  const inner = fields[key] ?? known[key] ?? (rest[0] === '0' ? [] : {});
  return { ...fields, [key]: replaced(inner, rest, text, known) };
}
