import type { SliceName } from '../slice/contract';

/** A release as it is spelt in URLs, cache keys and S3 keys: `260114093012-1f3a9c2e`. */
export const RELEASE_PATTERN = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Global name of a release's container, unique to the release so that several live side by side. */
export function containerName(slice: SliceName, release: string): string {
  return `${slice}__${release}`.replace(/[^a-zA-Z0-9]/g, '_');
}

/** Path below the public origin, and key prefix in the slices bucket, of a release's browser files. */
export function browserPrefix(slice: SliceName, release: string): string {
  return `_mf/${slice}/${release}/`;
}

/** Key prefix in the slices bucket of what only the shell's server may read: server files and manifest. */
export function serverPrefix(slice: SliceName, release: string): string {
  return `server/${slice}/${release}/`;
}

/** Key of a slice's record in the KeyValueStore. */
export function recordKey(slice: SliceName): string {
  return `slice/${slice}`;
}
