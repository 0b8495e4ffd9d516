import { EXPOSED_MODULES } from '@marketplace/kit/slice';
import { type ReleaseRecords, SLICES, type SliceName } from '@marketplace/services/domain/releases';
import { loadServerModule } from '../code/engine';
import { logSlotFailure } from '../lib/log';

/** The last look at the store and the releases that it named, so that each is warmed once. */
let last: { records: ReleaseRecords; names: Set<string> } | undefined;

/**
 * Loads every module of releases that have just appeared, before visitors ask for them: slice by
 * slice at the same time, so that none waits for another's store.
 */
export async function warmReleases(records: ReleaseRecords): Promise<void> {
  if (last?.records === records) return;
  const known = last?.names;
  const wanted = SLICES.flatMap((slice) => releasesOf(records, slice));
  last = { records, names: new Set(wanted.map(keyOf)) };
  const fresh = wanted.filter((release) => !known?.has(keyOf(release)));
  await Promise.all(fresh.map(warmRelease));
}

interface WarmRelease {
  slice: SliceName;
  release: string;
}

const keyOf = ({ slice, release }: WarmRelease) => `${slice}/${release}`;

function releasesOf(records: ReleaseRecords, slice: SliceName): WarmRelease[] {
  const { live, canary } = records[slice] ?? {};
  return [live, canary].flatMap((release) => (release ? { slice, release } : []));
}

/** One module after the other: visitors come first. */
async function warmRelease({ slice, release }: WarmRelease): Promise<void> {
  for (const name of EXPOSED_MODULES[slice]) {
    await warmModule(slice, release, name);
    await warmModule(slice, release, `${name}.server`);
  }
}

async function warmModule(...[slice, release, name]: Parameters<typeof loadServerModule>) {
  try {
    await loadServerModule(slice, release, name);
  } catch (error) {
    logSlotFailure({ slice, name, release, error });
  }
}
