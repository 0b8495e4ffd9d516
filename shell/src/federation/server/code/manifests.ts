import { type ReleaseManifest, releaseManifest } from '@marketplace/kit/federation/manifest';
import { manifestKey } from '@marketplace/kit/federation/names';
import { CONTRACT_VERSION, type SliceName } from '@marketplace/kit/slice';

const KEPT_MANIFESTS = 60;

type ReadFile = (key: string) => Promise<Uint8Array>;

/** A release was built against a contract that this shell does not speak. */
export class ContractMismatch extends Error {}

/**
 * Looks manifests up by slice and release. A release never changes, so a manifest is read once;
 * failures are not kept.
 */
export function manifestReader(readFile: ReadFile) {
  const manifests = new Map<string, Promise<ReleaseManifest>>();
  return (slice: SliceName, release: string): Promise<ReleaseManifest> => {
    const key = manifestKey(slice, release);
    const known = manifests.get(key);
    if (known) return known;
    const reading = readManifest(readFile, slice, release);
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
  readFile: ReadFile,
  slice: SliceName,
  release: string,
): Promise<ReleaseManifest> {
  const text = new TextDecoder().decode(await readFile(manifestKey(slice, release)));
  const manifest = releaseManifest.parse(JSON.parse(text));
  if (manifest.slice !== slice || manifest.release !== release) {
    throw new Error(
      `The manifest of ${slice} ${release} names ${manifest.slice} ${manifest.release}`,
    );
  }
  if (manifest.contractVersion !== CONTRACT_VERSION) {
    throw new ContractMismatch(
      `${slice} ${release} speaks contract ${manifest.contractVersion}, this shell ${CONTRACT_VERSION}`,
    );
  }
  return manifest;
}
