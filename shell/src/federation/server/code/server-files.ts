import { sha384 } from '@marketplace/kit/federation/integrity';
import type { ReleaseManifest } from '@marketplace/kit/federation/manifest';
import { serverPrefix } from '@marketplace/kit/federation/names';
import { SLICE_NAMES, type SliceName } from '@marketplace/kit/slice';
import { isRelease } from '@marketplace/services/domain/releases';

/** Not a host: server files have no address outside the bucket; any real request for it fails. */
const ORIGIN = 'https://releases.invalid';

interface ReleaseFile {
  slice: SliceName;
  release: string;
  path: string;
}

/** How the federation runtime names a server file. The query keeps nextjs-mf from adding the time. */
export function serverFileUrl({ slice, release, path }: ReleaseFile): string {
  return `${ORIGIN}/${slice}/${release}/${path}?t=${release}`;
}

/** Reads a server file's name back; throws for anything that is not one. */
export function parseServerFileUrl(url: string): ReleaseFile {
  const { origin, pathname } = new URL(url);
  const [, sliceName, release = '', ...path] = pathname.split('/');
  const slice = SLICE_NAMES.find((name) => name === sliceName);
  if (origin !== ORIGIN || !slice || !isRelease(release)) {
    throw new Error(`${url} is no file of a release`);
  }
  return { slice, release, path: path.join('/') };
}

interface Sources {
  manifestOf: (slice: SliceName, release: string) => Promise<ReleaseManifest>;
  readFile: (key: string) => Promise<Uint8Array>;
}

/** Reads server code, refusing what the manifest does not name and what does not have its hash. */
export function serverFileReader({ manifestOf, readFile }: Sources) {
  return async (url: string): Promise<string> => {
    const { slice, release, path } = parseServerFileUrl(url);
    const manifest = await manifestOf(slice, release);
    const expected = Object.hasOwn(manifest.server.integrity, path)
      ? manifest.server.integrity[path]
      : undefined;
    if (!expected) throw new Error(`${path} is not in the manifest of ${slice} ${release}`);
    const content = await readFile(serverPrefix(slice, release) + path);
    const actual = sha384(content);
    if (actual !== expected) {
      throw new Error(
        `${path} of ${slice} ${release} has ${actual}, its manifest says ${expected}`,
      );
    }
    return new TextDecoder().decode(content);
  };
}
