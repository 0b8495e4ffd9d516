import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { PROJECT_ROWS } from './project-rows';

/** How large a made-up Supabase project is. */
export interface ProjectSize {
  providers: number;
  /** Owners of the providers come first. */
  users: number;
  bookingsEach: number;
}

/** Everybody's password was `correct horse`. */
const FORMER_HASH = '$2a$10$98GeR4jKR7SCZx9Ngbz6N.QRzY041gJ20XD6gKnWzrS/O1JZIJ9RS';

/**
 * Fills an empty database with a Supabase project: believable rows, the same ones every time, and
 * among them everything that years of use leave behind.
 * @param today midnight UTC; four fifths of the bookings lie before it
 */
export async function fillProject(url: string, size: ProjectSize, today: Date): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`set time zone 'UTC'`);
    await client.query(readFileSync(join(import.meta.dirname, '../source/supabase.sql'), 'utf8'));
    const values: Record<string, string | number> = {
      ...size,
      bookings: size.providers * size.bookingsEach,
      hash: FORMER_HASH,
      today: today.toISOString(),
    };
    for (const sql of PROJECT_ROWS) {
      await client.query(
        sql.replace(/:(\w+)/g, (whole, name: string) => literal(values[name]) ?? whole),
      );
    }
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

function literal(value: string | number | undefined): string | undefined {
  return typeof value === 'string' ? `'${value}'` : value?.toString();
}
