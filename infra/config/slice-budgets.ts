import type { SliceName } from '@marketplace/kit/slice';

/** What a slice may cost a visitor at most, gzip, in kB of 1,000 bytes. */
export interface SliceBudget {
  /** Code that the browser needs before one exposed module works: the entry and its chunks. */
  moduleKb: number;
  stylesheetKb: number;
}

const USUAL: SliceBudget = { moduleKb: 50, stylesheetKb: 9 };

/** Slices that need more than usual, and why. */
const EXCEPTIONS: Partial<Record<SliceName, SliceBudget>> = {
  // The search has its own map and list, which the other screens never load.
  'mf-catalog': { ...USUAL, moduleKb: 66 },
};

export const sliceBudget = (slice: SliceName): SliceBudget => EXCEPTIONS[slice] ?? USUAL;
