import type { SliceName } from '@marketplace/kit/slice';
import { activated, type StoredRecord } from './activation/activation';
import { changeServed } from './activation/change-served';
import { readRecord } from './activation/records';
import { buildSlice } from './build/build-slice';
import { builtRelease, isMadeOf, pruneBuilds, releaseDirectory, releaseName } from './build/builds';
import { sourceHash } from './build/source-hash';
import { uploadedManifest, uploadRelease } from './build/upload-release';
import type { ReleaseChecks } from './checks';
import type { Progress } from './report/progress';
import { type ReleaseClients, type ReleaseTarget, releaseClients } from './target';

export interface ReleaseOptions {
  slice: SliceName;
  target: ReleaseTarget;
  progress: Progress;
  /** Who releases, for the history. */
  by: string;
  /** What a release must pass; without them it is only built, as a laptop's start does. */
  checks?: ReleaseChecks;
  /** Repository root; the current directory by default. */
  root?: string;
  /** Percent of the visitors that get the release first; without it everybody gets it at once. */
  canaryShare?: number;
  now?: Date;
  /** Waits until a visitor's page shows the release; false when no page shows the slice to everybody. */
  untilServed?: (release: string) => Promise<boolean>;
  /** Builds a slice; tests bring a quicker one. */
  build?: typeof buildSlice;
}

export interface ReleaseResult {
  release: string;
  record: StoredRecord;
  /** False when the live release was already built from the same sources. */
  changed: boolean;
}

/**
 * Builds what is in the working tree, checks it, uploads it and points visitors at it. Does nothing
 * when the live release was made of the same sources. Until the last step the old release stays live.
 */
export async function releaseSlice(options: ReleaseOptions): Promise<ReleaseResult> {
  const { slice, target, root = process.cwd(), now = new Date() } = options;
  const clients = releaseClients(target);
  const current = await readRecord(slice, target, clients);
  const hash = await sourceHash(root, slice);
  if (current && (await isUpToDate(slice, current, hash, target, clients))) {
    return { release: current.live, record: current, changed: false };
  }
  const known = await builtRelease(root, slice, hash);
  const state = known && (await uploadedManifest(slice, known, target, clients));
  const release = known && state !== 'foreign' ? known : releaseName(now, hash);
  await prepare(options, root, release, release === known);
  if (state === undefined || typeof state === 'string') {
    const directory = releaseDirectory({ root, slice, release });
    const upload = () => uploadRelease(directory, target, clients);
    await options.progress.step('upload', upload, ({ browser, server }) => {
      const files = [browser, server].flatMap(({ integrity }) => Object.keys(integrity));
      return `${files.length} files, signed`;
    });
  }
  const uploadedMs = performance.now();
  const record = await activate(options, release, current, now, clients);
  const { untilServed } = options;
  if (untilServed) {
    const sinceUpload = () => ((performance.now() - uploadedMs) / 1_000).toFixed(1);
    await options.progress.step(
      'served',
      () => untilServed(release),
      (isShown) =>
        isShown
          ? `first page ${sinceUpload()} s after the upload`
          : 'no page shows it to everybody',
    );
  }
  return { release, record, changed: true };
}

/** Everything that can still say no: nothing has left this machine. */
async function prepare(options: ReleaseOptions, root: string, release: string, isBuilt: boolean) {
  const { slice, target, progress, checks, build = buildSlice } = options;
  const asIs = (words: string) => words;
  for (const check of checks?.ofSources ?? []) {
    await progress.step(check.name, () => check.run(root, slice), asIs);
  }
  const directory = releaseDirectory({ root, slice, release });
  if (!isBuilt) {
    await progress.step(
      'build',
      () => build({ root, slice, release }),
      () => release,
    );
    await pruneBuilds({ root, slice, release });
  }
  for (const check of checks?.ofBuild ?? []) {
    await progress.step(check.name, () => check.run(directory, slice), asIs);
  }
  for (const check of checks?.ofServed ?? []) {
    await progress.step(check.name, () => check.run(directory, slice, target), asIs);
  }
}

function activate(
  { slice, target, progress, by, canaryShare }: ReleaseOptions,
  release: string,
  current: StoredRecord | undefined,
  now: Date,
  clients: ReleaseClients,
): Promise<StoredRecord> {
  const change = {
    slice,
    action: canaryShare === undefined ? 'release' : 'canary',
    by,
    now,
    change: (before: StoredRecord | undefined) => activated(before, release, canaryShare),
    expected: current ?? ('none' as const),
  };
  return progress.step(
    'activate',
    () => changeServed(change, target, clients),
    (record) => describe(record, release),
  );
}

function describe({ live, share }: StoredRecord, release: string): string {
  return live === release ? `${release} is live` : `${release} for ${share}% of visitors`;
}

async function isUpToDate(
  slice: SliceName,
  { live }: StoredRecord,
  hash: string,
  target: ReleaseTarget,
  clients: ReleaseClients,
): Promise<boolean> {
  if (!isMadeOf(live, hash)) return false;
  return typeof (await uploadedManifest(slice, live, target, clients)) === 'object';
}
