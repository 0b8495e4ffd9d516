const DATA_PATH = /^\/_next\/data\/[^/]+(\/.*?)(?:\.json)?$/;

/** The page a path stands for: Next's data requests stand for their page, all else for itself. */
export function pagePathOf(path: string): string {
  const data = DATA_PATH.exec(path);
  if (data === null) return path;
  return data[1] === '/index' ? '/' : (data[1] ?? '/');
}

/** Whether a path is Next's data request of a page. */
export function isDataPath(path: string): boolean {
  return path.startsWith('/_next/data/');
}

/**
 * A path as every layer must read it: unescaped, single slashes, no dot segments. `undefined` for
 * what layers read differently (encoded separators, control characters, broken escapes).
 */
export function canonicalPath(path: string): string | undefined {
  if (!path.startsWith('/') || /\\|%(?:2f|5c|25)/i.test(path)) return undefined;
  let text: string;
  try {
    text = decodeURIComponent(path);
  } catch (_error) {
    return undefined;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (/[\u0000-\u001f\u007f]/.test(text)) return undefined;
  return resolveDots(text);
}

function resolveDots(path: string): string {
  const isFolder = /\/\.{0,2}$/.test(path);
  const kept: string[] = [];
  path.split('/').forEach((segment) => {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  });
  return `/${kept.join('/')}${isFolder && kept.length > 0 ? '/' : ''}`;
}

/**
 * Where to go after signing in: a path of this site with its query, or `/`. Refuses other origins
 * in every spelling browsers accept (`//host`, `/\host`, tabs, schemes) and the sign-in pages.
 */
export function safeNext(next: string | undefined): string {
  if (next === undefined || !next.startsWith('/') || next.length > 2048) return '/';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them inside URLs
  if (/[\\\u0000-\u0020\u007f]/.test(next)) return '/';
  const split = next.search(/[?#]/);
  const path = split < 0 ? next : next.slice(0, split);
  const canonical = canonicalPath(path);
  if (canonical === undefined || path.includes('//')) return '/';
  return canonical === '/auth' || canonical.startsWith('/auth/') ? '/' : next;
}
