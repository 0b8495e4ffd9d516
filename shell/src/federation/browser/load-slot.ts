import { loadModule } from '../loader';
import type { SlotState } from '../slot-state';
import { withTimeLimit } from '../time-limit';
import { startBrowserHost } from './browser-host';
import { registerIntegrity } from './integrity';
import { addStylesheets } from './stylesheets';

const ATTEMPT_LIMIT_MS = 8_000;
const PAUSES_MS = [0, 500, 2_000];

/** Loads a slot's code and looks in the browser, trying again a few times. Rejects in the end. */
export async function loadSlot(slot: SlotState): Promise<void> {
  let failure: unknown;
  for (const pauseMs of PAUSES_MS) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    try {
      return await loadSlotOnce(slot, ATTEMPT_LIMIT_MS);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** One attempt within a time limit; a slot without a release has nothing to load. */
export async function loadSlotOnce({ release, name, slice }: SlotState, limitMs: number) {
  if (!release) return;
  startBrowserHost();
  registerIntegrity(release);
  const load = Promise.all([loadModule(release, name), addStylesheets(release)]);
  await withTimeLimit(load, limitMs, `${slice}/${name}`);
}
