import { ACCESS_RULES, PROTECTED_PATTERNS } from '@marketplace/services/domain/identity';
import { describe, expect, it } from 'vitest';
import { type Behavior, CACHING_DISABLED, pathOf, SynthesisedEdge } from './distribution';

const edge = new SynthesisedEdge();
const named = edge.behaviors.map((behavior) => [pathOf(behavior), behavior] as const);

describe('every behaviour', () => {
  const targets = [...edge.config.Origins, ...edge.config.OriginGroups.Items];
  const origins = new Set(targets.map((origin: { Id: string }) => origin.Id));

  it.each(named)(
    '%s goes to an origin that exists, over HTTPS, with security headers',
    (_path, behavior) => {
      expect(origins).toContain(behavior.TargetOriginId);
      expect(behavior.ViewerProtocolPolicy).toBe('redirect-to-https');
      expect(behavior.ResponseHeadersPolicyId).toBeDefined();
    },
  );

  it('fits into one distribution', () => {
    expect(edge.behaviors.length).toBeLessThanOrEqual(75);
    expect(new Set(edge.behaviors.map(pathOf)).size).toBe(edge.behaviors.length);
  });
});

describe('protected paths', () => {
  it.each(PROTECTED_PATTERNS)('%s is a behaviour with the lock, uncached', (pattern) => {
    const behavior = edge.behaviors.find(({ PathPattern }) => PathPattern === pattern);
    expect(edge.lambdasOf(behavior)).toContain('viewer-request viewer-auth');
    expect(behavior?.CachePolicyId).toBe(CACHING_DISABLED);
  });

  const locked = ACCESS_RULES.filter(({ access }) => access !== 'open').map(({ path }) => path);
  const paths = locked.flatMap((path) =>
    path.startsWith('/api/')
      ? [`${path}/x`]
      : [path, `${path}/x`, `/_next/data/build${path}.json`, `/_next/data/build${path}/x.json`],
  );
  it.each(paths)('%s meets the lock first', (path) => {
    expect(edge.lambdasOf(edge.behaviorOf(path))).toContain('viewer-request viewer-auth');
  });

  it.each(['/', '/search', '/b/1', '/auth/sign-in', '/book/1', '/api/catalog/services'])(
    '%s does not',
    (path) => {
      expect(edge.lambdasOf(edge.behaviorOf(path))).not.toContain('viewer-request viewer-auth');
    },
  );
});

describe('public pages', () => {
  const page = edge.config.DefaultCacheBehavior as Behavior;
  const policy = (id: unknown) => edge.stack.resources[(id as { Ref: string }).Ref]?.Properties;

  it('are cached by market, whether the address names it, releases, a team member’s override, kind of answer and query, never by cookie', () => {
    const { ParametersInCacheKeyAndForwardedToOrigin: key, ...times } = policy(
      page.CachePolicyId,
    ).CachePolicyConfig;
    expect(key.HeadersConfig.Headers).toEqual([
      'x-market',
      'x-market-path',
      'x-mf-releases',
      'x-mf-override',
      'x-mf-session',
      'x-nextjs-data',
    ]);
    expect(key.CookiesConfig.CookieBehavior).toBe('none');
    expect(times).toMatchObject({ MinTTL: 0, DefaultTTL: 0 });
  });

  it('are rendered from what is in their key, and the place', () => {
    const forwarded = policy(page.OriginRequestPolicyId).OriginRequestPolicyConfig;
    expect(forwarded.CookiesConfig.CookieBehavior).toBe('none');
    for (const header of forwarded.HeadersConfig.Headers) {
      expect(header).toMatch(/^CloudFront-Viewer-/);
    }
  });

  it('pass router, personalisation and the turning of cache headers', () => {
    expect(page.FunctionAssociations?.map(({ EventType }) => EventType)).toEqual([
      'viewer-request',
      'viewer-response',
    ]);
    expect(edge.lambdasOf(page)).toEqual([
      'origin-request origin-personalize',
      'origin-response origin-response',
    ]);
  });

  it.each(edge.all('AWS::CloudFront::OriginRequestPolicy'))(
    'no origin but API Gateway’s is chosen by the viewer, and lists stay within ten names',
    ({ properties }) => {
      const { HeaderBehavior, Headers } = properties.OriginRequestPolicyConfig.HeadersConfig;
      expect(['whitelist', 'allExcept']).toContain(HeaderBehavior);
      if (HeaderBehavior === 'allExcept') expect(Headers[0]).toBe('host');
      else expect(Headers.length).toBeLessThanOrEqual(10);
    },
  );
});

describe('the APIs', () => {
  const ofApis = edge.behaviors.filter(({ TargetOriginId }) => TargetOriginId.startsWith('api-'));
  const forwarded = (behavior: Behavior) => {
    const id = behavior.OriginRequestPolicyId?.Ref ?? '';
    return edge.stack.resources[id]?.Properties.OriginRequestPolicyConfig;
  };

  it.each(ofApis.map((behavior) => [pathOf(behavior), behavior] as const))(
    '%s is told which codings the browser reads, or it would not compress',
    (_path, behavior) => {
      // A policy that caches would put a form of its own in the place of what the browser sent.
      expect(behavior.CachePolicyId).toBe(CACHING_DISABLED);
      const { HeaderBehavior, Headers } = forwarded(behavior).HeadersConfig;
      expect(HeaderBehavior).toBe('allExcept');
      expect(Headers.map((name: string) => name.toLowerCase())).not.toContain('accept-encoding');
    },
  );

  it('are told nothing of the visitor where everybody may ask', () => {
    const { CookiesConfig, HeadersConfig } = forwarded(edge.behaviorOf('/api/catalog/x'));
    expect(CookiesConfig.CookieBehavior).toBe('none');
    expect(HeadersConfig.Headers).toEqual(
      expect.arrayContaining(['Authorization', 'User-Agent', 'Referer']),
    );
  });
});

describe('while the home region is out of reach', () => {
  it('public pages have a second origin, in whose name an edge function answers', () => {
    expect(edge.originsOf(edge.behaviorOf('/p/x'))).toEqual(['shell-pages', 'out-of-reach']);
    const [group] = edge.config.OriginGroups.Items;
    expect(group.FailoverCriteria.StatusCodes.Items).toEqual([502, 503, 504]);
  });

  it('the fragment is made of what lies next to the edge', () => {
    const [bucket] = edge
      .all('AWS::S3::Bucket')
      .filter(({ properties }) => properties.BucketName.includes('-snapshots-'));
    expect(bucket?.stack.stack.region).toBe('us-east-1');
    const [origin] = edge.config.Origins.filter(({ Id }: { Id: string }) => Id === 'fragments');
    const [sources] = origin.OriginCustomHeaders;
    expect(sources.HeaderValue).toBe(
      `us-east-1=https://${bucket?.properties.BucketName}.s3.us-east-1.amazonaws.com`,
    );
  });
});

describe('the fragment about the surroundings', () => {
  const fragment = edge.behaviorOf('/edge/near-you');
  const policy = (id: unknown) => edge.stack.resources[(id as { Ref: string }).Ref]?.Properties;

  it('is cached by market, whether the page’s address names it, and rounded place, and by nothing else', () => {
    const { ParametersInCacheKeyAndForwardedToOrigin: key } = policy(
      fragment?.CachePolicyId,
    ).CachePolicyConfig;
    expect(key.HeadersConfig.Headers).toEqual(['x-market', 'x-market-path', 'x-near-place']);
    expect(key.CookiesConfig.CookieBehavior).toBe('none');
    expect(key.QueryStringsConfig.QueryStringBehavior).toBe('none');
  });

  it('is answered by its function behind the router', () => {
    expect(edge.lambdasOf(fragment)).toEqual(['origin-request near-you']);
    expect(fragment?.FunctionAssociations?.[0]?.EventType).toBe('viewer-request');
  });
});

describe('paths and origins', () => {
  it.each([
    ['/_mf/mf-catalog/1/remoteEntry.js', 'slices'],
    ['/server/mf-catalog/1/manifest.json', 'shell-pages'],
    ['/edge/near-you', 'fragments'],
    ['/media/cover.webp', 'assets'],
    ['/search/de.json', 'shell-pages'],
    ['/_next/static/chunks/main.js', 'shell'],
    ['/api/catalog/services', 'api-catalog'],
    ['/api/booking/bookings', 'api-booking'],
    ['/api/provider/services', 'api-provider'],
    ['/api/payments/stripe/webhook', 'api-payments'],
    ['/api/nothing', 'api-catalog'],
    ['/b/1', 'shell'],
  ])('%s is answered by %s', (path, origin) => {
    expect(edge.originsOf(edge.behaviorOf(path))[0]).toBe(origin);
  });

  it('leave the private prefixes of both buckets without a way in', () => {
    const ofBuckets = edge.behaviors.filter(({ TargetOriginId }) =>
      ['slices', 'assets'].includes(TargetOriginId),
    );
    expect(ofBuckets.map(pathOf)).toEqual(['/_mf/*', '/media/*']);
    for (const origin of edge.config.Origins) expect(origin.OriginPath ?? '/v1').toBe('/v1');
  });

  it('cache nothing of accounts, bookings and services', () => {
    for (const path of [
      '/auth/me',
      '/b/1',
      '/_next/data/x/b/1.json',
      '/legal/terms',
      '/api/booking/x',
      '/api/catalog/x',
      '/api/payments/x',
      '/api/x',
    ]) {
      expect(edge.behaviorOf(path)?.CachePolicyId, path).toBe(CACHING_DISABLED);
    }
  });
});
