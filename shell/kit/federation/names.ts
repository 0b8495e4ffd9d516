import type { SliceName } from '../slice/contract';

/** Global name of a release's container, unique to the release so that several live side by side. */
export function containerName(slice: SliceName, release: string): string {
  return `${slice}__${release}`.replace(/[^a-zA-Z0-9]/g, '_');
}

/** Path below the public origin, and key prefix in the slices bucket, of a release's browser files. */
export function browserPrefix(slice: SliceName, release: string): string {
  return `_mf/${slice}/${release}/`;
}

/** Key prefix in the slices bucket of what only the shell's server may read. */
export function serverPrefix(slice: SliceName, release: string): string {
  return `server/${slice}/${release}/`;
}

/** Key of a release's manifest in the slices bucket. */
export function manifestKey(slice: SliceName, release: string): string {
  return `${serverPrefix(slice, release)}manifest.json`;
}
