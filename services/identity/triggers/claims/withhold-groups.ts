import type { Group } from '../../../domain/identity';

/** Whoever acts for the platform proves it twice. */
const NEED_SECOND_FACTOR: readonly string[] = ['admin', 'team'] satisfies Group[];

/** Whether it matters if these groups' member has a second factor. */
export function needsSecondFactor(groups: readonly string[]): boolean {
  return groups.some((group) => NEED_SECOND_FACTOR.includes(group));
}

/** The groups that tokens may name: without a second factor, none that acts for the platform. */
export function claimedGroups(groups: readonly string[], hasSecondFactor: boolean): string[] {
  return groups.filter((group) => hasSecondFactor || !NEED_SECOND_FACTOR.includes(group));
}
