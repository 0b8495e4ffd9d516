import { pagePathOf } from './paths';

/** Cognito groups. */
export const GROUPS = ['provider', 'admin', 'team'] as const;
export type Group = (typeof GROUPS)[number];

export interface AccessRule {
  /** The path itself and everything below it. */
  path: string;
  /** `signed-in` is anybody with a session; a list asks for one of the groups. */
  access: 'open' | 'signed-in' | readonly Group[];
}

/** Who may pass the edge, by page path; the first rule that fits holds. */
export const ACCESS_RULES: readonly AccessRule[] = [
  { path: '/api/provider/openapi.json', access: 'open' },
  { path: '/api/provider', access: ['provider', 'admin'] },
  { path: '/portal', access: ['provider', 'admin'] },
  { path: '/bookings', access: 'signed-in' },
  { path: '/account', access: 'signed-in' },
  { path: '/_slices', access: ['team'] },
];

/**
 * Path patterns of the distribution's protected behaviours. Every page has its twin for Next's data
 * requests; patterns may lock more than the rules name, never less.
 */
export const PROTECTED_PATTERNS: readonly string[] = [
  '/bookings*',
  '/account*',
  '/portal*',
  '/_slices*',
  '/api/provider/*',
  '/_next/data/*/bookings.json',
  '/_next/data/*/bookings/*',
  '/_next/data/*/account.json',
  '/_next/data/*/account/*',
  '/_next/data/*/_slices.json',
  '/_next/data/*/_slices/*',
  '/_next/data/*/portal.json',
  '/_next/data/*/portal/*',
];

/** The access a path asks for; `undefined` when no rule names it. Expects a canonical path. */
export function accessFor(path: string): AccessRule['access'] | undefined {
  const page = pagePathOf(path);
  const rule = ACCESS_RULES.find(
    (candidate) => page === candidate.path || page.startsWith(`${candidate.path}/`),
  );
  return rule === undefined ? undefined : rule.access;
}

/** Whether a canonical path is behind the lock. */
export function isProtectedPath(path: string): boolean {
  const access = accessFor(path);
  return access !== undefined && access !== 'open';
}

/** Whether a person in these groups may pass. */
export function allows(access: AccessRule['access'], groups: readonly string[]): boolean {
  if (typeof access === 'string') return true;
  return access.some((group) => groups.includes(group));
}
