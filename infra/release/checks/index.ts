import type { SliceName } from '@marketplace/kit/slice';
import { sliceBudget } from '../../config/slice-budgets';
import { checkBudgets } from './budgets';
import { checkContract } from './contract';
import { checkHeardEvents } from './heard-events';
import { runSliceTests } from './slice-tests';

/** Something that a release must pass; throws a sentence when it does not, says what it saw otherwise. */
interface Check {
  name: string;
  /** The repository's root for checks of sources, the build's directory for checks of builds. */
  run(directory: string, slice: SliceName): Promise<string>;
}

export interface ReleaseChecks {
  ofSources: Check[];
  ofBuild: Check[];
  /** What a build must not take from what visitors have now. */
  ofServed: (Omit<Check, 'run'> & { run: typeof checkHeardEvents })[];
}

/** What `npm run release` asks of every slice. */
export const RELEASE_CHECKS: ReleaseChecks = {
  ofSources: [
    { name: 'contract', run: checkContract },
    { name: 'tests', run: runSliceTests },
  ],
  ofBuild: [{ name: 'budgets', run: (build, slice) => checkBudgets(build, sliceBudget(slice)) }],
  ofServed: [{ name: 'events', run: checkHeardEvents }],
};
