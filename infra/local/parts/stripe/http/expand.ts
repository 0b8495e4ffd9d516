import type { Store } from '../state/store';
import { invalid } from './fault';

type Node = Record<string, unknown>;

/** Fields that may be expanded although an object need not have them. */
const OPTIONAL = new Set(['transfer', 'destination_payment', 'failure_balance_transaction']);

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function expandAt(node: Node, path: string[], store: Store, whole: string): void {
  const [field = '', ...rest] = path;
  if (!(field in node)) {
    if (OPTIONAL.has(field)) return;
    throw invalid(`This property cannot be expanded (${field}).`, `expand[${whole}]`);
  }
  const value = node[field];
  if (typeof value === 'string') {
    const found = store.byId(value);
    if (found) node[field] = structuredClone(found);
  }
  if (rest.length === 0) return;
  const below = node[field];
  for (const item of Array.isArray(below) ? below : [below]) {
    if (isNode(item)) expandAt(item, rest, store, whole);
  }
}

/** A copy of the answer in which each path (`latest_charge.balance_transaction`) holds the object. */
export function expanded(answer: object, paths: string[], store: Store): object {
  const copy = structuredClone(answer) as Node;
  for (const path of paths) expandAt(copy, path.split('.'), store, path);
  return copy;
}
