import type { SlotState } from '../federation/slot-state';

/** Comes after the page: nothing that a visitor waits for depends on it. */
const watchPage = () => import('./watch-page');

/** Notes that a slot came into view. */
export function noteShown(slot: SlotState): void {
  watchPage().then(({ slotShown }) => slotShown(slot), ignore);
}

/** Notes that a slot's code threw or did not come. */
export function noteFailed(slot: SlotState): void {
  watchPage().then(({ slotFailed }) => slotFailed(slot), ignore);
}

/** Without the code that counts, nothing is counted. */
function ignore(): void {}
