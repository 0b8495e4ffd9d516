import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACCESS_RULES,
  accessFor,
  allows,
  canonicalPath,
  cookieValue,
  isForgedHeader,
  isProtectedPath,
  PROTECTED_PATTERNS,
  safeNext,
} from './index';

/** CloudFront's own reading of a pattern: `*` is any run of characters. */
function matches(pattern: string, path: string): boolean {
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}$`).test(path);
}

describe('protected paths', () => {
  const locked = ACCESS_RULES.filter((rule) => rule.access !== 'open').map((rule) => rule.path);
  const pages = locked.filter((path) => !path.startsWith('/api/'));

  it.each(pages)('locks %s, everything below and the twins of both', (page) => {
    const paths = [
      page,
      `${page}/`,
      `${page}/x/y`,
      `/_next/data/build-1${page}.json`,
      `/_next/data/build-1${page}/x.json`,
    ];
    for (const path of paths) {
      expect(isProtectedPath(path), path).toBe(true);
      expect(
        PROTECTED_PATTERNS.some((pattern) => matches(pattern, path)),
        path,
      ).toBe(true);
    }
  });

  it.each(['/', '/search', '/p/bookings', '/s/portal', '/_next/data/b/p/bookings.json', '/book/x'])(
    'leaves %s open',
    (path) => expect(isProtectedPath(path)).toBe(false),
  );

  it('publishes the provider API description while its routes stay locked', () => {
    expect(accessFor('/api/provider/openapi.json')).toBe('open');
    expect(accessFor('/api/provider/bookings')).toEqual(['provider', 'admin']);
  });

  it('lets only providers and operators into the portal', () => {
    const portal = accessFor('/portal/bookings') ?? 'open';
    expect(allows(portal, ['provider'])).toBe(true);
    expect(allows(portal, ['admin', 'x'])).toBe(true);
    expect(allows(portal, [])).toBe(false);
    expect(allows(portal, ['team', 'providers'])).toBe(false);
  });
});

describe('canonical paths', () => {
  it.each([
    ['/%62ookings', '/bookings'],
    ['//bookings///x', '/bookings/x'],
    ['/p/../bookings/', '/bookings/'],
    ['/./portal', '/portal'],
    ['/p/caf%C3%A9', '/p/café'],
    ['/..', '/'],
  ])('reads %s as %s', (path, expected) => expect(canonicalPath(path)).toBe(expected));

  it.each([
    '/p%2f..%2fbookings',
    '/a%5cb',
    '/a\\b',
    '/%00',
    '/a%0d%0ab',
    '/%E0%A4%A',
    '/%2562',
    'x',
  ])('refuses %s', (path) => expect(canonicalPath(path)).toBeUndefined());

  it('is at rest: reading its own answer changes nothing', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const once = canonicalPath(`/${path}`);
        fc.pre(once !== undefined && !/[%\\]/.test(once));
        expect(canonicalPath(once ?? '')).toBe(once);
      }),
    );
  });
});

describe('where to go after signing in', () => {
  it.each(['/bookings', '/portal/bookings?date=2026-11-01', '/b/1#top', '/search?q=a%20b//c'])(
    'keeps %s',
    (next) => expect(safeNext(next)).toBe(next),
  );

  it.each([
    undefined,
    '',
    'https://evil.test',
    'http:evil.test',
    '//evil.test',
    '///evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    '/\t/evil.test',
    '/\n/evil.test',
    '/ /evil.test',
    '/%2f/evil.test',
    '/%5cevil.test',
    '/./\\evil.test',
    '/..//evil.test',
    '/a/..//evil.test',
    'javascript:alert(1)',
    'data:text/html,x',
    ' //evil.test',
    '?next=//evil.test',
    '@evil.test',
    '/auth/sign-in?next=/auth/sign-in',
    '/%61uth/refresh',
    `/${'a'.repeat(3000)}`,
  ])('answers / for %s', (next) => expect(safeNext(next)).toBe('/'));

  it('never leaves the site, whatever comes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const site = new URL('https://site.test');
        expect(new URL(safeNext(`/${text}`), site).origin).toBe(site.origin);
        expect(new URL(safeNext(text), site).origin).toBe(site.origin);
      }),
    );
  });
});

describe('cookies and headers', () => {
  it('refuses a cookie that is there twice, as none', () => {
    expect(cookieValue('a=1; b=2', 'b')).toBe('2');
    expect(cookieValue('a=1; b=2; b=3', 'b')).toBeUndefined();
    expect(cookieValue('xb=1', 'b')).toBeUndefined();
    expect(cookieValue(undefined, 'b')).toBeUndefined();
  });

  it.each([
    'x-user-id',
    'x-market',
    'x-market-locale',
    'x-mf-releases',
    'x-forwarded-for',
    'x-middleware-subrequest',
    'x-edge-cache-control',
    'x-origin-verify',
    'forwarded',
    'x-invoke-path',
  ])('does not believe %s', (name) => expect(isForgedHeader(name)).toBe(true));

  it.each(['accept', 'x-nextjs-data', 'x-request-id', 'authorization', 'cookie', 'origin', 'host'])(
    'leaves %s alone',
    (name) => expect(isForgedHeader(name)).toBe(false),
  );
});
