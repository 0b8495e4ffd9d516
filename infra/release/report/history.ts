import type { ReleaseRecord } from '@marketplace/services/domain/releases';
import type { HistoryEntry } from '../activation/history';
import { shortInstant, table } from './table';

/** Who changed what visitors get, when, and from what to what; newest first. */
export function historyTable(entries: HistoryEntry[]): string {
  if (entries.length === 0) return 'Nothing has been released yet.';
  const rows = entries.map(({ at, by, action, from, to }) => [
    shortInstant(at),
    by,
    action,
    `${from ? servedInWords(from) : '–'} → ${servedInWords(to)}`,
  ]);
  return table([['when', 'by', 'what', 'from → to'], ...rows]);
}

function servedInWords({ live, canary, share }: HistoryEntry['to'] | ReleaseRecord): string {
  return canary ? `${live} (${canary} ${share}%)` : live;
}
