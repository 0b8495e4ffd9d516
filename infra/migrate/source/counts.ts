import type { SourceTable } from '../transform/findings';
import type { Source } from './postgres';
import { COUNTS } from './queries';

/** Rows of every table of the source. */
export async function countRows(source: Source): Promise<Record<SourceTable, number>> {
  const [row = {}] = await source.rows<Record<string, string>>(COUNTS);
  return Object.fromEntries(
    Object.entries(row).map(([table, rows]) => [table, Number(rows)]),
  ) as Record<SourceTable, number>;
}

/** Rows that `migration` goes through: all but files, which are moved one by one. */
export function migratedRows({ files: _, ...counts }: Record<SourceTable, number>): number {
  return Object.values(counts).reduce((sum, rows) => sum + rows, 0);
}
