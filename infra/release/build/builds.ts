import { access, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { SliceName } from '@marketplace/kit/slice';

const KEPT_BUILDS = 3;

export interface ReleaseBuild {
  root: string;
  slice: SliceName;
  release: string;
}

/** Directory with the upload-ready files of a release: `browser/`, `server/`, `manifest.json`. */
export function releaseDirectory({ root, slice, release }: ReleaseBuild): string {
  return path.join(root, slice, 'dist/releases', release);
}

/** Name of a new release. It sorts by time, and reverted sources make a new one. */
export function releaseName(now: Date, sourceHash: string): string {
  return `${now.toISOString().replace(/\D/g, '').slice(2, 14)}-${sourceHash}`;
}

export function isMadeOf(release: string, sourceHash: string): boolean {
  return release.endsWith(`-${sourceHash}`);
}

/** The newest complete build of these sources in the working copy. */
export async function builtRelease(
  root: string,
  slice: SliceName,
  sourceHash: string,
): Promise<string | undefined> {
  const builds = await buildsOf(root, slice);
  const release = builds.findLast((name) => isMadeOf(name, sourceHash));
  if (release === undefined) return undefined;
  const manifest = path.join(releaseDirectory({ root, slice, release }), 'manifest.json');
  return access(manifest).then(
    () => release,
    () => undefined,
  );
}

/** Removes all builds of a slice but this one and the newest few; another release may do the same. */
export async function pruneBuilds({ root, slice, release: kept }: ReleaseBuild): Promise<void> {
  const others = (await buildsOf(root, slice)).filter((name) => name !== kept);
  const outdated = others.slice(0, 1 - KEPT_BUILDS);
  for (const release of outdated) {
    await rm(releaseDirectory({ root, slice, release }), { recursive: true, force: true });
  }
}

async function buildsOf(root: string, slice: SliceName): Promise<string[]> {
  const directory = path.dirname(releaseDirectory({ root, slice, release: 'any' }));
  const names = await readdir(directory).catch(() => []);
  return names.filter((name) => !name.endsWith('.draft')).sort();
}
