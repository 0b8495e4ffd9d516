import type { HeaderMap } from '../http/headers';
import type { EdgeRequest, EdgeResponse } from '../http/messages';
import { pairsOf } from '../http/query';
import { isHidden } from './header-rules';

/** A value in an event of CloudFront Functions. */
interface Field {
  value: string;
  multiValue?: { value: string }[];
  attributes?: string;
}

export type Fields = Record<string, Field>;

export interface FunctionRequest {
  method: string;
  uri: string;
  querystring: Fields | string;
  headers: Fields;
  cookies: Fields;
}

export interface FunctionResponse {
  statusCode: number;
  statusDescription?: string;
  headers?: Fields;
  cookies?: Fields;
  body?: string | { encoding?: 'text' | 'base64'; data: string };
}

/** Groups pairs as the event does: the first value, and all of them when there are more. */
function fieldsOf(pairs: readonly (readonly [string, string])[]): Fields {
  const fields: Fields = {};
  for (const [name, value] of pairs) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) {
      Object.defineProperty(fields, name, { value: { value }, enumerable: true, writable: true });
    } else {
      field.multiValue ??= [{ value: field.value }];
      field.multiValue.push({ value });
    }
  }
  return fields;
}

function pairsOfFields(fields: Fields): [string, string, string | undefined][] {
  return Object.entries(fields).flatMap(([name, field]) =>
    (field.multiValue ?? [field]).map(({ value }): [string, string, string | undefined] => [
      name,
      String(value),
      field.attributes,
    ]),
  );
}

/** A request as the function sees it; `extra` are CloudFront's own headers that the policies name. */
export function toFunctionRequest(request: EdgeRequest, extra: HeaderMap): FunctionRequest {
  const visible = Object.entries({ ...request.headers, ...extra }).filter(
    ([name]) => !isHidden(name) && name !== 'cookie',
  );
  const cookies = (request.headers.cookie ?? [])
    .flatMap((header) => header.split(';'))
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair): [string, string] => splitAtEquals(pair));
  return {
    method: request.method,
    uri: request.uri,
    querystring: fieldsOf(
      pairsOf(request.querystring).map(([name, value = '']): [string, string] => [name, value]),
    ),
    headers: fieldsOf(visible.flatMap(([name, all]) => all.map((value) => [name, value] as const))),
    cookies: fieldsOf(cookies),
  };
}

/** Puts what a function returned over the request; headers it could not see stay. */
export function applyFunctionRequest(before: EdgeRequest, after: FunctionRequest): EdgeRequest {
  const cookies = pairsOfFields(after.cookies ?? {}).map(([name, value]) => `${name}=${value}`);
  const headers = headersOf(after.headers);
  for (const name of Object.keys(headers)) {
    if (name.startsWith('cloudfront-')) delete headers[name];
  }
  return {
    ...before,
    uri: after.uri,
    querystring: queryOf(after.querystring),
    headers: {
      ...headers,
      ...(cookies.length > 0 && { cookie: [cookies.join('; ')] }),
      ...hiddenOf(before.headers),
    },
  };
}

function queryOf(querystring: Fields | string): string {
  if (typeof querystring === 'string') return querystring;
  return pairsOfFields(querystring)
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
    .join('&');
}

/** A response as the function sees it: headers and cookies, never the body. */
export function toFunctionResponse(response: EdgeResponse): FunctionResponse {
  const visible = Object.entries(response.headers).filter(
    ([name]) => !isHidden(name) && name !== 'set-cookie',
  );
  const cookies = (response.headers['set-cookie'] ?? []).map((line) => {
    const end = line.indexOf(';');
    const [name, value] = splitAtEquals(end < 0 ? line : line.slice(0, end));
    const attributes = end < 0 ? undefined : line.slice(end + 1).trim();
    return [name, { value, ...(attributes !== undefined && { attributes }) }] as const;
  });
  return {
    statusCode: response.status,
    headers: fieldsOf(visible.flatMap(([name, all]) => all.map((value) => [name, value] as const))),
    cookies: Object.fromEntries(cookies),
  };
}

/** The response a function returned or changed. */
export function applyFunctionResponse(
  before: EdgeResponse | undefined,
  after: FunctionResponse,
): EdgeResponse {
  const cookies = pairsOfFields(after.cookies ?? {}).map(([name, value, attributes]) =>
    attributes ? `${name}=${value}; ${attributes}` : `${name}=${value}`,
  );
  return {
    status: after.statusCode,
    headers: {
      ...headersOf(after.headers ?? {}),
      ...(cookies.length > 0 && { 'set-cookie': cookies }),
      ...hiddenOf(before?.headers ?? {}),
    },
    body: after.body === undefined ? (before?.body ?? Buffer.alloc(0)) : bodyOf(after.body),
  };
}

function bodyOf(body: NonNullable<FunctionResponse['body']>): Buffer {
  if (typeof body === 'string') return Buffer.from(body);
  return Buffer.from(body.data, body.encoding === 'base64' ? 'base64' : 'utf8');
}

function headersOf(fields: Fields): HeaderMap {
  const headers: HeaderMap = {};
  for (const [name, value] of pairsOfFields(fields)) {
    const key = name.toLowerCase();
    headers[key] = [...(headers[key] ?? []), value];
  }
  return headers;
}

function hiddenOf(headers: HeaderMap): HeaderMap {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => isHidden(name)));
}

function splitAtEquals(pair: string): [string, string] {
  const split = pair.indexOf('=');
  return split < 0 ? [pair, ''] : [pair.slice(0, split), pair.slice(split + 1)];
}
