import { EXPOSED_MODULES } from '@marketplace/kit/slice';
import { type ReleaseRecords, SLICES } from '@marketplace/services/domain/releases';
import { loadServerModule } from '../code/engine';
import { logSlotFailure } from '../lib/log';

const warmed = new Set<string>();

/** Loads every module of releases that have just appeared, before visitors ask for them. */
export async function warmReleases(records: ReleaseRecords): Promise<void> {
  for (const slice of SLICES) {
    const { live, canary } = records[slice] ?? {};
    for (const release of [live, canary]) {
      if (!release || warmed.has(`${slice}/${release}`)) continue;
      warmed.add(`${slice}/${release}`);
      for (const name of EXPOSED_MODULES[slice]) {
        await warmModule(slice, release, name);
        await warmModule(slice, release, `${name}.server`);
      }
    }
  }
}

async function warmModule(...[slice, release, name]: Parameters<typeof loadServerModule>) {
  try {
    await loadServerModule(slice, release, name);
  } catch (error) {
    logSlotFailure({ slice, name, release, error });
  }
}
