import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type PublicRequest } from './decide';

const RECORDS = {
  'mf-catalog': { live: 'c1', canary: 'c2', share: 10 },
  'mf-booking': { live: 'b1' },
};

function aRequest(changes: Partial<PublicRequest> & { cookies?: Record<string, string> } = {}) {
  const { cookies, ...rest } = changes;
  return {
    path: '/',
    query: [],
    headerNames: [],
    ip: '203.0.113.7',
    userAgent: 'test',
    country: 'DE',
    latitude: '52.5200',
    longitude: '13.4050',
    cookie: (name: string) => cookies?.[name],
    ...rest,
  };
}

function passed(request: PublicRequest) {
  const decision = decide(request, RECORDS);
  if (decision.kind !== 'pass') throw new Error(`expected pass, got ${decision.kind}`);
  return decision;
}

describe('market of a page', () => {
  it('follows the country', () => {
    expect(passed(aRequest()).set['x-market']).toBe('de');
    expect(passed(aRequest({ country: 'US' })).set['x-market']).toBe('us');
    expect(passed(aRequest({ country: undefined })).set['x-market']).toBe('row');
  });

  it("lets the visitor's own choice win over the country", () => {
    expect(passed(aRequest({ cookies: { em_market: 'fr' } })).set['x-market']).toBe('fr');
    expect(passed(aRequest({ cookies: { em_market: 'xx' } })).set['x-market']).toBe('de');
  });

  it.each([
    ['/us/search', 'us', '/search'],
    ['/us', 'us', '/'],
    ['/us/', 'us', '/'],
    ['/row/p/a', 'row', '/p/a'],
    ['/_next/data/b1/us/search.json', 'us', '/_next/data/b1/search.json'],
    ['/_next/data/b1/us.json', 'us', '/_next/data/b1/index.json'],
    ['/xx/search', 'fr', '/xx/search'],
    ['/usual', 'fr', '/usual'],
  ])('lets the path %s win over all: %s, served as %s', (path, market, served) => {
    const decision = passed(aRequest({ path, cookies: { em_market: 'fr' } }));
    expect([decision.set['x-market'], decision.path]).toEqual([market, served]);
    expect(decision.set['x-market-path']).toBe(
      market === 'us' || market === 'row' ? '1' : undefined,
    );
  });
});

describe('releases of a page', () => {
  it('are those of the bucket, the same for market and path', () => {
    expect(passed(aRequest({ cookies: { mfb: '9' } })).set['x-mf-releases']).toBe(
      'mf-booking=b1,mf-catalog=c2',
    );
    expect(passed(aRequest({ cookies: { mfb: '10' } })).set['x-mf-releases']).toBe(
      'mf-booking=b1,mf-catalog=c1',
    );
  });

  it('are not named when nothing was released', () => {
    expect(decide(aRequest(), {})).not.toHaveProperty('set.x-mf-releases');
  });
});

describe('query of a page', () => {
  it('keeps what pages read, sorted, and drops what only fragments the cache', () => {
    const query = ['q', 'utm_source', 'category', 'fbclid', 'near', '__proto__'].map((name) => ({
      name,
      values: ['1', '2'],
    }));
    expect(passed(aRequest({ query })).query.map((entry) => entry.name)).toEqual([
      'category',
      'near',
      'q',
    ]);
  });
});

describe('place of the fragment about the surroundings', () => {
  const near = (changes: Parameters<typeof aRequest>[0] = {}) =>
    passed(aRequest({ path: '/edge/near-you', ...changes }));

  it('is rounded, and nothing else of the visitor is in the key', () => {
    const query = [{ name: 'q', values: ['x'] }];
    expect(near({ query }).set['x-near-place']).toBe('52.5,13.4');
    expect(near({ query }).query).toEqual([]);
    expect(passed(aRequest()).set).not.toHaveProperty('x-near-place');
  });

  it('comes with the market of the page that the fragment is for, whoever looks at it', () => {
    const asking = (market: string) => ({ query: [{ name: 'market', values: [market] }] });
    expect(near(asking('fr')).set).toMatchObject({ 'x-market': 'fr', 'x-market-path': '1' });
    expect(near(asking('fr')).set).not.toHaveProperty('x-near-place');
    expect(near(asking('fr')).query).toEqual([]);
    expect(near(asking('xx')).set['x-market']).toBe('de');
    expect(near(asking('xx')).set).not.toHaveProperty('x-market-path');
    expect(passed(aRequest(asking('fr'))).set['x-market']).toBe('de');
  });

  it('is left to the market when the visitor looks at another one, or is nowhere', () => {
    const elsewhere = [
      { cookies: { em_market: 'jp' } },
      { path: '/jp/edge/near-you' },
      { latitude: undefined },
      { longitude: 'somewhere' },
    ];
    for (const changes of elsewhere) {
      expect(near(changes).set).not.toHaveProperty('x-near-place');
    }
  });
});

describe('pages that are never cached', () => {
  const query = [
    { name: 'next', values: ['%2Fbookings'] },
    { name: 'utm_id', values: ['1'] },
  ];

  it.each(['/api/catalog/services', '/auth/sign-in', '/b/01ABC', '/_next/data/b1/b/01ABC.json'])(
    'get their query whole: %s',
    (path) => expect(passed(aRequest({ path, query })).query).toEqual(query),
  );

  it('are served, not redirected for ever, when their path has escapes', () => {
    expect(passed(aRequest({ path: '/b/a%20b', query })).path).toBe('/b/a%20b');
  });

  it('are reached under their own path only', () => {
    expect(decide(aRequest({ path: '/de/auth/sign-in', query }), RECORDS)).toEqual({
      kind: 'redirect',
      location: '/auth/sign-in?next=%2Fbookings&utm_id=1',
    });
    expect(decide(aRequest({ path: '/%62/01ABC' }), RECORDS)).toEqual({
      kind: 'redirect',
      location: '/b/01ABC',
    });
  });
});

describe('what may not pass', () => {
  it.each([
    ['/de/bookings', '/bookings'],
    ['/de/portal/bookings', '/portal/bookings'],
    ['/%62ookings', '/bookings'],
    ['//bookings', '/bookings'],
    ['/p/../account', '/account'],
    ['/de/%61ccount', '/account'],
    ['/_next/data/b1/de/bookings.json', '/_next/data/b1/bookings.json'],
  ])('sends the disguised %s to its locked path', (path, location) => {
    expect(decide(aRequest({ path }), RECORDS)).toEqual({ kind: 'redirect', location });
  });

  it('keeps the query that counts when it sends a visitor on', () => {
    const query = [
      { name: 'view', values: ['week'] },
      { name: 'utm_id', values: ['1'] },
    ];
    expect(decide(aRequest({ path: '/de/portal', query }), RECORDS)).toEqual({
      kind: 'redirect',
      location: '/portal?view=week',
    });
  });

  it('serves no protected page, should a behaviour ever send one here', () => {
    expect(decide(aRequest({ path: '/bookings' }), RECORDS)).toEqual({ kind: 'deny', status: 404 });
  });

  it.each(['/p%2f..%2fbookings', '/a%5cb', '/%00', '/%E0%A4%A', '/%252e%252e/bookings'])(
    'refuses %s, which layers would read differently',
    (path) => expect(decide(aRequest({ path }), RECORDS)).toEqual({ kind: 'deny', status: 400 }),
  );

  it('never redirects off the site', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const decision = decide(aRequest({ path: `/de/bookings/${text}` }), RECORDS);
        if (decision.kind !== 'redirect') return;
        const site = new URL('https://site.test');
        expect(new URL(decision.location, site).origin).toBe(site.origin);
      }),
    );
  });
});
