import { describe, expect, it } from 'vitest';
import { sha384 } from './integrity';
import { parseManifest, type ReleaseManifest, releaseManifest } from './manifest';

const HASH = sha384(new TextEncoder().encode('code'));

function aManifest(changes: Partial<ReleaseManifest> = {}): ReleaseManifest {
  return {
    contractVersion: '1.0',
    slice: 'mf-catalog',
    release: '260101-abc',
    container: 'mf_catalog__260101_abc',
    builtAt: '2026-01-01T00:00:00.000Z',
    sharedModules: ['react'],
    services: [],
    events: { sends: [], hears: [] },
    browser: {
      entry: 'static/remoteEntry.js',
      stylesheets: ['static/slice.css'],
      chunks: { Home: ['static/home.js'] },
      integrity: {
        'static/remoteEntry.js': HASH,
        'static/slice.css': HASH,
        'static/home.js': HASH,
      },
    },
    server: { entry: 'remoteEntry.js', integrity: { 'remoteEntry.js': HASH } },
    ...changes,
  };
}

describe('a release manifest', () => {
  it('is accepted when every file it names has its hash', () => {
    expect(releaseManifest.parse(aManifest())).toEqual(aManifest());
  });

  /** A manifest whose file of a kind is called like this, with its hash. */
  const NAMED: Record<string, (file: string) => Partial<ReleaseManifest>> = {
    'server entry': (entry) => ({ server: { entry, integrity: { [entry]: HASH } } }),
    'browser entry': (entry) => ({ browser: withFile(entry, { entry }) }),
    stylesheet: (file) => ({ browser: withFile(file, { stylesheets: [file] }) }),
    chunk: (file) => ({ browser: withFile(file, { chunks: { Home: [file] } }) }),
    'file that only has a hash': (file) => ({ browser: withFile(file, {}) }),
  };
  const withFile = (file: string, named: Partial<ReleaseManifest['browser']>) => {
    const { browser } = aManifest();
    return { ...browser, ...named, integrity: { ...browser.integrity, [file]: HASH } };
  };
  const HOSTILE = [
    '../../other/remoteEntry.js',
    '/etc/passwd',
    'https://evil.test/x.js',
    '//evil.test/x.js',
    'static//x.js',
    'static/.hidden',
    'static/%2e%2e/x.js',
  ];

  describe.each(Object.entries(NAMED))('whose %s', (_kind, manifestNaming) => {
    const isAccepted = (file: string) =>
      releaseManifest.safeParse(aManifest(manifestNaming(file))).success;

    it('is called static/x.js is accepted', () => expect(isAccepted('static/x.js')).toBe(true));

    it.each(HOSTILE)('is called %s is refused', (file) => expect(isAccepted(file)).toBe(false));
  });

  it('is refused when a file that is named has no hash', () => {
    const server = { entry: 'remoteEntry.js', integrity: { 'other.js': HASH } };
    expect(releaseManifest.safeParse(aManifest({ server })).success).toBe(false);
  });

  it('is refused when it names a slice or a release that cannot be', () => {
    expect(releaseManifest.safeParse({ ...aManifest(), slice: 'mf-evil' }).success).toBe(false);
    expect(releaseManifest.safeParse({ ...aManifest(), release: '../x' }).success).toBe(false);
  });

  it('is refused when it says more than the schema knows', () => {
    expect(releaseManifest.safeParse({ ...aManifest(), origin: 'https://evil.test' }).success).toBe(
      false,
    );
  });

  it('is refused when what it knows of a service has no hash', () => {
    expect(releaseManifest.safeParse(aManifest({ services: ['catalog'] })).success).toBe(false);
  });

  it('says in one sentence what is wrong with it', () => {
    const server = { entry: '../x.js', integrity: { '../x.js': HASH } };
    expect(() => parseManifest(JSON.stringify(aManifest({ server })))).toThrow(
      'it is malformed (server.entry: a relative path without dot segments; server.integrity.../x.js: a relative path without dot segments)',
    );
  });
});
