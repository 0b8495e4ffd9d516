import { sha384 } from '@marketplace/kit/federation/integrity';
import type { ReleaseManifest } from '@marketplace/kit/federation/manifest';
import { CONTRACT_VERSION } from '@marketplace/kit/slice';

export const SERVER_CODE = new TextEncoder().encode('exports.loaded = true;');
const HASH = sha384(SERVER_CODE);

/** A sound manifest of mf-catalog r1 for tests. */
export function aManifest(changes: Partial<ReleaseManifest> = {}): ReleaseManifest {
  return {
    contractVersion: CONTRACT_VERSION,
    slice: 'mf-catalog',
    release: 'r1',
    container: 'mf_catalog__r1',
    builtAt: '2026-01-01T00:00:00.000Z',
    browser: {
      entry: 'static/remoteEntry.js',
      stylesheets: [],
      chunks: { Home: ['static/home.js'] },
      integrity: { 'static/remoteEntry.js': HASH, 'static/home.js': HASH },
    },
    server: { entry: 'remoteEntry.js', integrity: { 'remoteEntry.js': HASH } },
    ...changes,
  };
}

export function asFile(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
