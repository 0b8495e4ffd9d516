import { differencesBetween, unclaimedBookings } from './compare';
import {
  type Move,
  type Region,
  readOwnership,
  releaseProvider,
  takeOverProvider,
  takeProvider,
} from './ownership';

/** The region that a step is made in, and the other one, which may be out of reach. */
export interface Regions {
  here: Region;
  other: Region;
}

type Step = (regions: Regions, move: Move) => Promise<unknown>;

/** What `npm run provider-region -w services -- <step> <provider>` does, by step. */
export const STEPS = {
  /** What is known here of who owns it, and what has not arrived in one of the two regions. */
  async status({ here, other }, { providerId, now }) {
    return {
      ownership: await readOwnership(here, providerId),
      differences: await differencesBetween(here, other, providerId),
      unclaimed: await unclaimedBookings(here, providerId, now),
    };
  },
  release: ({ here, other }, move) => releaseProvider(here, other.name, move),
  async take({ here, other }, move) {
    await takeProvider(here, await differencesBetween(here, other, move.providerId), move);
  },
  /** The other region is lost: it is not asked. */
  async 'take-over'({ here }, move) {
    await takeOverProvider(here, move);
    return { unclaimed: await unclaimedBookings(here, move.providerId, move.now) };
  },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof STEPS;
