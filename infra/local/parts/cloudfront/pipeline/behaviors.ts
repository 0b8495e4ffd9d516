import type { BehaviorConfig } from '../config/types';

/** Finds the behaviour of a path: the first whose pattern fits. */
export function behaviorMatcher(behaviors: readonly BehaviorConfig[]) {
  const compiled = behaviors.map((behavior) => ({
    behavior,
    pattern: patternOf(behavior.pattern),
  }));
  return (uri: string): BehaviorConfig => {
    const path = normalizePath(uri);
    const found = compiled.find(({ pattern }) => pattern.test(path));
    if (found === undefined) throw new Error('A distribution has a default behaviour.');
    return found.behavior;
  };
}

/** A path pattern: `*` is any run of characters, `?` one; the leading slash is optional. */
export function patternOf(pattern: string): RegExp {
  const source = pattern
    .replace(/^\//, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^/?${source}$`, 's');
}

/**
 * The path by which CloudFront chooses a behaviour: normalised as RFC 3986 says (unreserved
 * characters unescaped, dot segments resolved). The origin still gets the path as it was sent.
 */
export function normalizePath(uri: string): string {
  const unescaped = uri.replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(char) ? char : whole.toUpperCase();
  });
  const kept: string[] = [];
  const segments = unescaped.split('/').slice(1);
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
    if (isLast && (segment === '.' || segment === '..')) kept.push('');
  });
  return `/${kept.join('/')}`;
}
