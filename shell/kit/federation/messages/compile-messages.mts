import compile from 'icu-minify/compile';

/**
 * A catalogue with every text parsed, so that no browser needs the parser: from JSON to JSON. The
 * bundlers call it for the files that catalogues are in, webpack as a loader.
 */
export default function compileMessages(catalogue: string): string {
  return JSON.stringify(compiled(JSON.parse(catalogue)));
}

function compiled(value: unknown): unknown {
  if (typeof value === 'string') return compile(value);
  if (Array.isArray(value)) return value.map(compiled);
  const entries = Object.entries(value as object).map(([key, inner]) => [key, compiled(inner)]);
  return Object.fromEntries(entries);
}
