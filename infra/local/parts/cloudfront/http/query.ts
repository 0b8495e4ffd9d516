import type { Selection } from '../config/types';

/** Name and value of each pair as they came, unescaped by nobody. */
export function pairsOf(querystring: string): [name: string, value: string | undefined][] {
  return querystring
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const split = pair.indexOf('=');
      return split < 0 ? [pair, undefined] : [pair.slice(0, split), pair.slice(split + 1)];
    });
}

/** The part of a query string that a policy selects, in its order. */
export function selectQuery(querystring: string, selection: Selection): string {
  if (selection.kind === 'all') return querystring;
  return pairsOf(querystring)
    .filter(([name]) => isSelected(selection, decodeName(name)))
    .map(([name, value]) => (value === undefined ? name : `${name}=${value}`))
    .join('&');
}

/** The part of a Cookie header that a policy selects; `undefined` when nothing is left. */
export function selectCookies(header: string | undefined, selection: Selection) {
  if (header === undefined || selection.kind === 'none') return undefined;
  if (selection.kind === 'all') return header;
  const kept = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '' && isSelected(selection, pair.split('=', 1)[0] ?? ''));
  return kept.length > 0 ? kept.join('; ') : undefined;
}

/** Whether a policy selects a name; `*` in a policy's name stands for any text. */
export function isSelected(selection: Selection, name: string): boolean {
  if (selection.kind === 'none' || selection.kind === 'all') return selection.kind === 'all';
  const isNamed = selection.names.some((wanted) => wanted === name);
  return selection.kind === 'only' ? isNamed : !isNamed;
}

/** What either of two policies selects. */
export function union(left: Selection, right: Selection): Selection {
  if (left.kind === 'none') return right;
  if (right.kind === 'none') return left;
  if (left.kind === 'only' && right.kind === 'only') {
    return { kind: 'only', names: [...left.names, ...right.names] };
  }
  if (left.kind === 'except' && right.kind === 'only') {
    return { kind: 'except', names: left.names.filter((name) => !right.names.includes(name)) };
  }
  if (left.kind === 'only' && right.kind === 'except') return union(right, left);
  return { kind: 'all' };
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    return name;
  }
}
