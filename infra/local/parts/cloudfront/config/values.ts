import type { Selection } from './types';

/** A resolved template value before anybody knows its shape. */
export type Properties = Record<string, unknown>;

/** An object inside a template, empty when absent. */
export function objectAt(owner: Properties, name: string): Properties {
  const value = owner[name];
  return typeof value === 'object' && value !== null ? (value as Properties) : {};
}

/** A list of objects inside a template, empty when absent. */
export function objectsAt(owner: Properties, name: string): Properties[] {
  const value = owner[name];
  return Array.isArray(value) ? (value as Properties[]) : [];
}

/** A list of texts inside a template; CloudFormation also wraps some in `{ Items: […] }`. */
export function textsAt(owner: Properties, name: string): string[] {
  const value = owner[name];
  const items = Array.isArray(value) ? value : objectAt(owner, name).Items;
  return Array.isArray(items) ? items.map(String) : [];
}

export function textAt(owner: Properties, name: string, fallback = ''): string {
  const value = owner[name];
  return value === undefined ? fallback : String(value);
}

export function numberAt(owner: Properties, name: string, fallback: number): number {
  const value = owner[name];
  return value === undefined ? fallback : Number(value);
}

export function flagAt(owner: Properties, name: string): boolean {
  return owner[name] === true || owner[name] === 'true';
}

/** CloudFront's `none`, `all`, `whitelist`, `allExcept` with its list of names. */
export function selectionOf(behavior: string, names: readonly string[]): Selection {
  if (behavior === 'all') return { kind: 'all' };
  if (behavior === 'whitelist') return { kind: 'only', names };
  return behavior === 'allExcept' ? { kind: 'except', names } : { kind: 'none' };
}
