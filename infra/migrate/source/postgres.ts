import pg from 'pg';

/** A Supabase project's database as it stood at one instant. Instants and money come as text. */
export interface Source {
  /** Rows in pages, through a cursor on the server: what is read is never all in memory. */
  stream<Row>(sql: string, values?: readonly unknown[]): AsyncGenerator<Row[]>;
  rows<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

const PAGE_ROWS = 500;
const KEPT_AS_TEXT: readonly number[] = [
  pg.types.builtins.TIMESTAMPTZ,
  pg.types.builtins.TIMESTAMP,
  pg.types.builtins.INT8,
  pg.types.builtins.NUMERIC,
];

/**
 * Opens one read-only transaction: all that is read belongs together, and nothing is written.
 * @throws Error in a sentence when the database cannot be reached.
 */
export async function openSource(url: string): Promise<Source> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'marketplace-migrate',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        KEPT_AS_TEXT.includes(oid)
          ? (value: string) => value
          : pg.types.getTypeParser(oid, format as 'text'),
    },
  });
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The Supabase database cannot be reached: ${reason}`);
  }
  await client.query(`set time zone 'UTC'`);
  await client.query('begin isolation level repeatable read read only');
  let cursors = 0;
  return {
    async *stream<Row>(sql: string, values: readonly unknown[] = []) {
      const name = `rows_${cursors++}`;
      await client.query(`declare ${name} no scroll cursor for ${sql}`, [...values]);
      for (;;) {
        const { rows } = await client.query(`fetch ${PAGE_ROWS} from ${name}`);
        if (rows.length > 0) yield rows as Row[];
        if (rows.length < PAGE_ROWS) break;
      }
      await client.query(`close ${name}`);
    },
    async rows<Row>(sql: string, values: readonly unknown[] = []) {
      const { rows } = await client.query(sql, [...values]);
      return rows as Row[];
    },
    close: () => client.end(),
  };
}
