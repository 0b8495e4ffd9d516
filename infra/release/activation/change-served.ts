import type { SliceName } from '@marketplace/kit/slice';
import type { ReleaseClients, ReleaseTarget } from '../target';
import { keepWatch } from '../watch/keep-watch';
import type { StoredRecord } from './activation';
import { addToHistory } from './history';
import { changeRecord } from './records';

export interface ServedChange {
  slice: SliceName;
  /** What a person calls it: `release`, `canary`, `promote`, `rollback`. */
  action: string;
  /** Who does it. */
  by: string;
  now: Date;
  change: (before: StoredRecord | undefined) => StoredRecord;
  /**
   * The record that the caller decided on; when somebody changed it since, the change is refused.
   * Left out, whatever is served now is changed.
   */
  expected?: StoredRecord | 'none';
}

/**
 * Changes what visitors get, in one conditional write, notes who did it and when, and has a canary
 * watched.
 */
export async function changeServed(
  { slice, action, by, now, change, expected }: ServedChange,
  target: ReleaseTarget,
  clients: ReleaseClients,
): Promise<StoredRecord> {
  const at = now.toISOString();
  let from: StoredRecord | undefined;
  const mark = (before: StoredRecord | undefined): StoredRecord => {
    from = before;
    return { ...change(before), since: at, by };
  };
  const to = await changeRecord(slice, mark, target, clients, expected);
  const entry = { at, by, action, ...(from && { from }), to };
  // Side by side: a history that cannot be written must not leave a canary unwatched.
  await Promise.all([
    addToHistory(slice, entry, target, clients),
    keepWatch(slice, to, target.region),
  ]);
  return to;
}
