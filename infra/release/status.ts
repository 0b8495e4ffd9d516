import { SLICE_NAMES } from '@marketplace/kit/slice';
import { readRecord } from './activation/records';
import { type ReleaseTarget, releaseClients } from './target';

/** A table of what is served: slice, live, canary, share, and what a rollback would return to. */
export async function statusTable(target: ReleaseTarget): Promise<string> {
  const clients = releaseClients(target);
  const rows = await Promise.all(
    SLICE_NAMES.map(async (slice) => {
      const record = await readRecord(slice, target, clients);
      const share = record?.canary ? `${record.share ?? 0}%` : '–';
      return [slice, record?.live ?? '–', record?.canary ?? '–', share, record?.previous ?? '–'];
    }),
  );
  return aligned([['slice', 'live', 'canary', 'share', 'previous'], ...rows]);
}

function aligned(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths?.[column] ?? 0));
  return rows.map((row) => line(row).join('  ').trimEnd()).join('\n');
}
