import { SLICE_NAMES, type SliceName } from '@marketplace/kit/slice';
import type { ReleaseRecord } from '@marketplace/services/domain/releases';
import { releaseRecords } from '../../federation/server/choice/release-records';
import { listReleases } from '../../federation/server/code/bucket';

export interface SliceOnOffer {
  slice: SliceName;
  record: ReleaseRecord | undefined;
  /** Newest first. */
  releases: string[];
}

const SHOWN = 20;

/** Every slice, what is served of it, and the releases that could be run instead. */
export async function releasesOnOffer(): Promise<SliceOnOffer[]> {
  const records = await releaseRecords();
  return Promise.all(
    SLICE_NAMES.map(async (slice) => ({
      slice,
      record: records[slice],
      releases: (await listReleases(slice)).sort().reverse().slice(0, SHOWN),
    })),
  );
}
