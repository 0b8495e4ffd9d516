import { rolledBack, type StoredRecord } from '../../activation/activation';
import { changeServed } from '../../activation/change-served';
import type { ReleaseClients, ReleaseTarget } from '../../target';
import type { WorseCanary } from './alarm-event';

/** Thrown out of the change when somebody has already promoted, ended or replaced the canary. */
class NoLongerCanary extends Error {}

/**
 * Gives everybody the live release again. False when the canary is not one any more: an alarm that
 * comes late must not touch what replaced it.
 */
export async function endCanary(
  { slice, canary, why }: WorseCanary,
  target: ReleaseTarget,
  clients: ReleaseClients,
  now: Date,
): Promise<boolean> {
  const change = (before: StoredRecord | undefined) => {
    if (before?.canary !== canary) throw new NoLongerCanary();
    return rolledBack(before);
  };
  try {
    const by = `release-guard (${why})`;
    await changeServed({ slice, action: 'rollback', by, now, change }, target, clients);
    return true;
  } catch (error) {
    if (error instanceof NoLongerCanary) return false;
    throw error;
  }
}
