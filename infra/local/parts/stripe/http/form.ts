/** A form-encoded body after its bracketed names were resolved. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue };
export type FormTree = { [name: string]: FormValue };

function pathOf(name: string): string[] {
  const [head = '', ...rest] = name.split('[');
  return [head, ...rest.map((part) => part.replace(/\]$/, ''))];
}

function isTree(value: FormValue | undefined): value is FormTree {
  return typeof value === 'object' && !Array.isArray(value);
}

function assign(tree: FormTree, path: string[], value: string): void {
  const [head = '', ...rest] = path;
  const key = head === '' ? String(Object.keys(tree).length) : head;
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const below = tree[key];
  const next: FormTree = isTree(below) ? below : Object.create(null);
  tree[key] = next;
  assign(next, rest, value);
}

function withArrays(value: FormValue): FormValue {
  if (!isTree(value)) return value;
  const entries = Object.entries(value);
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return isList
    ? entries.map(([, item]) => withArrays(item))
    : Object.fromEntries(entries.map(([key, item]) => [key, withArrays(item)]));
}

/** Parses `a[b][0]=c` as Stripe's API does. */
export function parseForm(text: string): FormTree {
  const tree: FormTree = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) assign(tree, pathOf(name), value);
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, withArrays(value)]));
}
