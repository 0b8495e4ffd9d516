import type { ReleaseManifest } from '@marketplace/kit/federation/manifest';
import { browserPrefix, containerName } from '@marketplace/kit/federation/names';
import { type TrustedKeys, trustedKeys } from '@marketplace/kit/federation/trust/keys';
import type { SliceName } from '@marketplace/kit/slice';
import { env } from '../../../env';
import { startHost } from '../../host';
import { forgetRelease, loadedModule, loadModule } from '../../loader';
import type { BrowserFile, BrowserRelease, ReleaseRef } from '../../slot-state';
import { createCircuit } from '../lib/circuit';
import { withQuietTimeLimit } from '../lib/quiet-time-limit';
import { recentlyUsed } from '../lib/recently-used';
import { readReleaseFile } from './bucket';
import { manifestReader } from './manifests';
import { serverFileReader, serverFileUrl } from './server-files';
import { serverHost } from './server-host';
import { serverPlugin } from './server-plugin';

/** A manifest is a few kilobytes: a store that needs longer for it will not give the code in time either. */
const MANIFEST_LIMIT_MS = 400;
const LOAD_LIMIT_MS = 1_500;
const CIRCUIT_OPEN_MS = 1_000;
const KEPT_RELEASES = 4;

let keys: TrustedKeys | undefined;

/** The keys that the shell was configured with. */
function configuredKeys(): TrustedKeys {
  keys ??= trustedKeys(env().RELEASE_PUBLIC_KEYS);
  return keys;
}

export const manifestOf = manifestReader({ readFile: readReleaseFile, keys: configuredKeys });
const plugin = serverPlugin(serverFileReader({ manifestOf, readFile: readReleaseFile }));
const circuit = createCircuit({ openMs: CIRCUIT_OPEN_MS });
const touch = recentlyUsed({ keep: KEPT_RELEASES, onEvict: forgetRelease });

/** Loads a module of exactly this release on the server, verified, within a time limit. */
export async function loadServerModule(slice: SliceName, release: string, name: string) {
  startHost(() => serverHost(plugin));
  touch(slice, containerName(slice, release));
  const ref = serverRef(await hostableManifest(slice, release));
  const known = loadedModule(ref, name);
  if (known) return known;
  // By module: a release from before a module existed is sound without it.
  const what = `${slice} ${release} ${name}`;
  return circuit.run(what, () => withQuietTimeLimit(loadModule(ref, name), LOAD_LIMIT_MS, what));
}

/** By release: where the manifest cannot be had, no module is waited for a second time. */
function hostableManifest(slice: SliceName, release: string): Promise<ReleaseManifest> {
  const what = `The manifest of ${slice} ${release}`;
  return circuit.run(what, () =>
    withQuietTimeLimit(manifestOf(slice, release), MANIFEST_LIMIT_MS, what),
  );
}

function serverRef({ slice, release, container, server }: ReleaseManifest): ReleaseRef {
  const entry = serverFileUrl({ slice, release, path: server.entry });
  return { slice, release, container, entry };
}

/** What the browser needs to run `name` of a release, from the same origin. */
export function browserRelease(manifest: ReleaseManifest, name: string): BrowserRelease {
  const { slice, release, container, browser } = manifest;
  const href = (path: string) => `/${browserPrefix(slice, release)}${path}`;
  const file = (path: string): BrowserFile => ({
    href: href(path),
    integrity: browser.integrity[path] ?? '',
  });
  const scripts = Object.entries(browser.integrity).filter(([path]) => path.endsWith('.js'));
  return {
    slice,
    release,
    container,
    entry: href(browser.entry),
    stylesheets: browser.stylesheets.map(file),
    scripts: [browser.entry, ...(browser.chunks[name] ?? [])].map(file),
    integrity: Object.fromEntries(scripts.map(([path, hash]) => [href(path), hash])),
  };
}
