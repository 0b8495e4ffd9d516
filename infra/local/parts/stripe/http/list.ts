import type Stripe from 'stripe';
import { invalid } from './fault';
import type { Params } from './params';

export const LIST_PARAMS = ['limit', 'starting_after', 'ending_before', 'created'] as const;

const LIMIT_DEFAULT = 10;
const LIMIT_MAX = 100;

interface Listed {
  id: string;
  created?: number;
}

function matchesCreated(created: number, params: Params): boolean {
  if (!params.has('created')) return true;
  const range = /^\d+$/.test(safeString(params)) ? undefined : params.object('created');
  if (!range) return created === params.integer('created');
  const bound = (name: string, fallback: number) => range.integer(name) ?? fallback;
  return (
    created >= bound('gte', 0) &&
    created > bound('gt', -1) &&
    created <= bound('lte', Number.MAX_SAFE_INTEGER) &&
    created < bound('lt', Number.MAX_SAFE_INTEGER)
  );
}

function safeString(params: Params): string {
  try {
    return params.string('created') ?? '';
  } catch {
    return '';
  }
}

/** One page of `items` (newest first), by Stripe's cursors. */
export function page<T extends Listed>(items: T[], params: Params, url: string): Stripe.ApiList<T> {
  const limit = params.integer('limit') ?? LIMIT_DEFAULT;
  if (limit < 1 || limit > LIMIT_MAX) throw invalid(`Invalid limit: ${limit}`, 'limit');
  const matching = items.filter((item) => matchesCreated(item.created ?? 0, params));
  const indexOf = (name: string): number | undefined => {
    const id = params.string(name);
    if (id === undefined) return undefined;
    const index = matching.findIndex((item) => item.id === id);
    if (index < 0) throw invalid(`No such object: '${id}'`, name, 'resource_missing');
    return index;
  };
  const before = indexOf('ending_before');
  if (before !== undefined) {
    const from = Math.max(0, before - limit);
    return { object: 'list', data: matching.slice(from, before), has_more: from > 0, url };
  }
  const after = indexOf('starting_after');
  const from = after === undefined ? 0 : after + 1;
  const data = matching.slice(from, from + limit);
  return { object: 'list', data, has_more: from + limit < matching.length, url };
}

/** Keeps what equals each given parameter; a parameter that is absent keeps all. */
export function whereEqual<T>(
  items: T[],
  params: Params,
  fields: Record<string, (item: T) => unknown>,
): T[] {
  return Object.entries(fields).reduce((kept, [name, read]) => {
    const wanted = params.string(name);
    return wanted === undefined ? kept : kept.filter((item) => read(item) === wanted);
  }, items);
}
