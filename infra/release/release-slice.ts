import { access, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { manifestKey } from '@marketplace/kit/federation/names';
import type { SliceName } from '@marketplace/kit/slice';
import { activated, type StoredRecord } from './activation/activation';
import { changeRecord, readRecord } from './activation/records';
import { buildSlice, releaseDirectory } from './build/build-slice';
import { sourceHash } from './build/source-hash';
import { uploadRelease } from './build/upload-release';
import { type ReleaseClients, type ReleaseTarget, releaseClients } from './target';

export interface ReleaseOptions {
  slice: SliceName;
  target: ReleaseTarget;
  /** One line for a person about what happens now. */
  log: (line: string) => void;
  /** Repository root; the current directory by default. */
  root?: string;
  /** Percent of the visitors that get the release first; without it everybody gets it at once. */
  canaryShare?: number;
  now?: Date;
}

export interface ReleaseResult {
  release: string;
  record: StoredRecord;
  /** False when the live release was already built from the same sources. */
  changed: boolean;
}

const KEPT_BUILDS = 3;

/**
 * Builds what is in the working tree, uploads it and points visitors at it. Does nothing when the
 * live release was made of the same sources. Until the last step the old release stays live.
 */
export async function releaseSlice(options: ReleaseOptions): Promise<ReleaseResult> {
  const { slice, target, log, root = process.cwd(), now = new Date() } = options;
  const clients = releaseClients(target);
  const hash = await sourceHash(root, slice);
  const current = await readRecord(slice, target, clients);
  if (
    current?.live.endsWith(`-${hash}`) &&
    (await isUploaded(slice, current.live, target, clients))
  ) {
    log(`${slice} ${current.live} is live and up to date`);
    return { release: current.live, record: current, changed: false };
  }
  const release = (await builtRelease(root, slice, hash)) ?? `${timestamp(now)}-${hash}`;
  const directory = releaseDirectory({ root, slice, release });
  if (!(await exists(path.join(directory, 'manifest.json')))) {
    log(`${slice} ${release}: building`);
    await buildSlice({ root, slice, release });
    await pruneBuilds(root, slice);
  }
  log(`${slice} ${release}: uploading`);
  await uploadRelease(directory, target, clients);
  const record = await changeRecord(
    slice,
    (before) => activated(before, release, options.canaryShare),
    target,
    clients,
  );
  log(`${slice} ${release}: ${describe(record, release)}`);
  return { release, record, changed: true };
}

function describe(record: StoredRecord, release: string): string {
  return record.live === release ? 'live' : `canary for ${record.share}% of visitors`;
}

/** `260114093012`: sorts by time, and makes a release of reverted sources a new one. */
function timestamp(now: Date): string {
  return now.toISOString().replace(/\D/g, '').slice(2, 14);
}

async function builtRelease(root: string, slice: SliceName, hash: string) {
  const builds = await buildsOf(root, slice);
  return builds.findLast((name) => name.endsWith(`-${hash}`));
}

async function pruneBuilds(root: string, slice: SliceName): Promise<void> {
  const outdated = (await buildsOf(root, slice)).slice(0, -KEPT_BUILDS);
  for (const release of outdated) {
    await rm(releaseDirectory({ root, slice, release }), { recursive: true });
  }
}

async function buildsOf(root: string, slice: SliceName): Promise<string[]> {
  const directory = path.dirname(releaseDirectory({ root, slice, release: 'any' }));
  const names = await readdir(directory).catch(() => []);
  return names.filter((name) => !name.endsWith('.draft')).sort();
}

async function isUploaded(
  slice: SliceName,
  release: string,
  target: ReleaseTarget,
  { s3 }: ReleaseClients,
): Promise<boolean> {
  const head = new HeadObjectCommand({
    Bucket: target.slicesBucket,
    Key: manifestKey(slice, release),
  });
  return s3.send(head).then(
    () => true,
    () => false,
  );
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
