import type { IncomingHttpHeaders } from 'node:http';

/** Headers with lower-case names; every name has at least one value. */
export type HeaderMap = Record<string, string[]>;

const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Headers of a Node message without those that belong to one connection. */
export function fromNode(headers: IncomingHttpHeaders | NodeJS.Dict<string[]>): HeaderMap {
  const result: HeaderMap = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || HOP_BY_HOP.has(name)) continue;
    result[name] = Array.isArray(value) ? [...value] : [value];
  }
  return result;
}

/** A header's value; repeated ones are joined as HTTP allows. */
export function first(headers: HeaderMap, name: string): string | undefined {
  const values = headers[name];
  return values === undefined ? undefined : values.join(name === 'cookie' ? '; ' : ', ');
}

/** A copy that can be changed without touching the original. */
export function copyOf(headers: HeaderMap): HeaderMap {
  return Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, [...values]]));
}

/** The headers whose names are wanted. */
export function pick(headers: HeaderMap, isWanted: (name: string) => boolean): HeaderMap {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => isWanted(name)));
}
