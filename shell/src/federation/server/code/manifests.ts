import { parseManifest, type ReleaseManifest } from '@marketplace/kit/federation/manifest';
import { manifestKey } from '@marketplace/kit/federation/names';
import { BROWSER_SHARED_MODULES } from '@marketplace/kit/federation/shared-modules';
import { opened } from '@marketplace/kit/federation/trust/envelope';
import type { TrustedKeys } from '@marketplace/kit/federation/trust/keys';
import { CONTRACT_VERSION, canHost, type SliceName } from '@marketplace/kit/slice';

const KEPT_MANIFESTS = 60;

interface ManifestSource {
  readFile: (key: string) => Promise<Uint8Array>;
  /** Keys whose releases are hosted; asked for each time, since the environment is read late. */
  keys: () => TrustedKeys;
}

/** A release expects something that this shell does not have. */
export class ContractMismatch extends Error {}

/**
 * Looks manifests up by slice and release: signed by a trusted key, whole, and of this release. A
 * release never changes, so a manifest is read once; failures are not kept.
 */
export function manifestReader(source: ManifestSource) {
  const manifests = new Map<string, Promise<ReleaseManifest>>();
  return (slice: SliceName, release: string): Promise<ReleaseManifest> => {
    const key = manifestKey(slice, release);
    const known = manifests.get(key);
    if (known) return known;
    const reading = readManifest(source, slice, release);
    manifests.set(key, reading);
    reading.catch(() => manifests.delete(key));
    for (const oldest of manifests.keys()) {
      if (manifests.size <= KEPT_MANIFESTS) break;
      manifests.delete(oldest);
    }
    return reading;
  };
}

async function readManifest(
  { readFile, keys }: ManifestSource,
  slice: SliceName,
  release: string,
): Promise<ReleaseManifest> {
  const file = new TextDecoder().decode(await readFile(manifestKey(slice, release)));
  try {
    const manifest = parseManifest(opened(file, keys()));
    if (manifest.slice !== slice || manifest.release !== release) {
      throw new Error(`it is the one of ${manifest.slice} ${manifest.release}`);
    }
    requireHostable(manifest);
    return manifest;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const Refusal = error instanceof ContractMismatch ? ContractMismatch : Error;
    throw new Refusal(`The manifest of ${slice} ${release} is refused: ${reason}`, {
      cause: error,
    });
  }
}

function requireHostable({ contractVersion, sharedModules }: ReleaseManifest): void {
  if (!canHost(contractVersion)) {
    throw new ContractMismatch(
      `it needs contract ${contractVersion}, this shell speaks ${CONTRACT_VERSION}`,
    );
  }
  const offered: readonly string[] = BROWSER_SHARED_MODULES;
  const missing = sharedModules.filter((name) => !offered.includes(name));
  if (missing.length > 0) {
    throw new ContractMismatch(`it expects ${missing.join(', ')} of the page, which has none`);
  }
}
