import { describe, expect, it } from 'vitest';
import { credentialsOf } from './credentials';
import { decide, type Identity } from './decide';

const NOW_MS = 1_800_000_000_000;
const NOBODY: Identity = { kind: 'none' };
const member = (...groups: string[]): Identity => ({
  kind: 'verified',
  groups,
  expiresAtSeconds: NOW_MS / 1000 + 60,
});
const get = (path: string, changes: { query?: string; hasRefreshToken?: boolean } = {}) => ({
  method: 'GET',
  path,
  query: '',
  hasRefreshToken: false,
  ...changes,
});

describe('who may pass', () => {
  it.each([
    ['/bookings', member(), 'pass'],
    ['/account', member('provider'), 'pass'],
    ['/portal', member('provider'), 'pass'],
    ['/portal/bookings', member('admin'), 'pass'],
    ['/api/provider/bookings', member('provider'), 'pass'],
    ['/_next/data/b/portal.json', member('provider'), 'pass'],
    ['/api/provider/openapi.json', NOBODY, 'pass'],
    ['/portal', member(), 'deny'],
    ['/portal', member('team'), 'deny'],
    ['/%70ortal', member(), 'deny'],
    ['/_next/data/b/portal.json', member(), 'deny'],
    ['/api/provider/profile', member('customer'), 'deny'],
    ['/bookings', NOBODY, 'redirect'],
    ['/api/provider/profile', NOBODY, 'deny'],
    ['/anything-else', NOBODY, 'redirect'],
    ['/bookings/a%2fb', member(), 'deny'],
  ] as const)('%s, %o: %s', (path, identity, kind) => {
    expect(decide(get(path), identity, NOW_MS).kind).toBe(kind);
  });

  it('counts a token as gone from the millisecond it expires', () => {
    const identity = { ...member(), expiresAtSeconds: NOW_MS / 1000 };
    expect(decide(get('/bookings'), identity, NOW_MS - 1).kind).toBe('pass');
    expect(decide(get('/bookings'), identity, NOW_MS).kind).toBe('redirect');
  });

  it('keeps the API description readable only', () => {
    const write = { ...get('/api/provider/openapi.json'), method: 'POST' };
    expect(decide(write, NOBODY, NOW_MS).kind).toBe('deny');
  });
});

describe('where the others go', () => {
  it('signs in and back to the page with its query', () => {
    expect(decide(get('/bookings', { query: 'view=list&_rsc=1' }), NOBODY, NOW_MS)).toEqual({
      kind: 'redirect',
      door: 'sign-in',
      location: '/auth/sign-in?next=%2Fbookings%3Fview%3Dlist',
    });
  });

  it('refreshes silently when there is a refresh token', () => {
    const request = get('/account', { hasRefreshToken: true });
    expect(decide(request, NOBODY, NOW_MS)).toEqual({
      kind: 'redirect',
      door: 'refresh',
      location: '/auth/refresh?next=%2Faccount',
    });
  });

  it.each(['/api/provider/x', '/_next/data/b/bookings.json'])(
    'answers scripts at %s with a status instead of a page',
    (path) => {
      expect(decide(get(path, { hasRefreshToken: true }), NOBODY, NOW_MS)).toEqual({
        kind: 'deny',
        status: 401,
        as: 'problem',
      });
    },
  );

  it.each(['//evil.test/bookings', '/bookings//evil.test', '/bookings/\\evil.test'])(
    'never names another site as the way back: %s',
    (path) => {
      const decision = decide(get(path), NOBODY, NOW_MS);
      if (decision.kind !== 'redirect') return;
      expect(decodeURIComponent(decision.location)).not.toContain('evil');
    },
  );
});

describe('credentials', () => {
  it('come from the bearer header before the cookie', () => {
    expect(credentialsOf('Bearer abc', '__Host-em_access=def').token).toBe('abc');
    expect(credentialsOf(undefined, 'a=1; __Host-em_access=def').token).toBe('def');
  });

  it.each(['Basic abc', 'Bearer', 'Bearer a b', 'Bearer a, Bearer b'])(
    'do not fall back to the cookie under the header "%s"',
    (header) => expect(credentialsOf(header, '__Host-em_access=def').token).toBeUndefined(),
  );

  it('are none when a cookie is doubled or larger than any token', () => {
    const twice = '__Host-em_access=a; __Host-em_access=b';
    expect(credentialsOf(undefined, twice).token).toBeUndefined();
    expect(credentialsOf(`Bearer ${'a'.repeat(100_000)}`, undefined).token).toBeUndefined();
  });
});
