import {
  type BookingChange,
  type CommitContext,
  type CommitOutcome,
  commitBooking,
} from './commit-booking';

/** Commits a change on the first resource that is free for it; where none is, tells the most seats left. */
export async function commitOnFirstFree(
  ctx: CommitContext,
  change: BookingChange,
  resourceIds: readonly string[],
): Promise<CommitOutcome> {
  let mostLeft = 0;
  for (const resourceId of resourceIds) {
    const after = { ...change.after, resourceId };
    const outcome = await commitBooking(ctx, { ...change, after });
    if (outcome.kind !== 'taken') return outcome;
    mostLeft = Math.max(mostLeft, outcome.seatsLeft);
  }
  return { kind: 'taken', seatsLeft: mostLeft };
}

/** The service's resources, the one that the booking has first. */
export function ownResourceFirst(own: string, resourceIds: readonly string[]): string[] {
  return [own, ...resourceIds.filter((resourceId) => resourceId !== own)];
}
