import type { KeyObject } from 'node:crypto';
import { sha384 } from '@marketplace/kit/federation/integrity';
import type { ReleaseManifest } from '@marketplace/kit/federation/manifest';
import { sealed } from '@marketplace/kit/federation/trust/envelope';
import { publicKeyText, signingKeyOf, trustedKeys } from '@marketplace/kit/federation/trust/keys';
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
    sharedModules: ['react', 'next/link'],
    services: [],
    events: { sends: [], hears: [] },
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

const KEY = signingKeyOf('the key that the tests of the shell trust');

/** What the shell is configured with in tests. */
export const PUBLIC_KEY = publicKeyText(KEY);
export const KEYS = trustedKeys(PUBLIC_KEY);

/** A manifest as it lies in the bucket, signed with the trusted key or another. */
export function asFile(manifest: unknown, key: KeyObject = KEY): Uint8Array {
  return new TextEncoder().encode(sealed(JSON.stringify(manifest), key));
}
