/** Rows as text in aligned columns. */
export function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths?.[column] ?? 0));
  return rows.map((row) => line(row).join('  ').trimEnd()).join('\n');
}

/** An instant as a person reads it, in UTC and to the minute. */
export const shortInstant = (instant: string) => `${instant.slice(0, 16).replace('T', ' ')}Z`;
