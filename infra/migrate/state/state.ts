import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Chunk, Step } from '../migration';
import { type Finding, isRejection, SOURCE_TABLES, type SourceTable } from '../transform/findings';
import type { EntityName } from '../transform/items';

/** How often something was found in a table. */
export interface FindingCount extends Pick<Finding, 'table' | 'reason'> {
  rows: number;
  /** A few of the rows it was found in. */
  examples: string;
}

const SCHEMA = `
  create table if not exists fact (name text primary key, value text not null) strict;
  create table if not exists step (name text primary key, up_to text not null) strict;
  create table if not exists tally (name text primary key, rows integer not null) strict;
  create table if not exists finding (
    source_table text, id text, reason text, detail text, is_rejection integer not null,
    primary key (source_table, id, reason)
  ) strict, without rowid;`;

/**
 * What a migration knows of itself: how far it has come, what it found, what it counted. One file;
 * every change of it is whole or did not happen, whenever the process dies.
 */
export class MigrationState {
  readonly #db: DatabaseSync;
  #pending: Record<string, number> = {};

  /** @param path a file, or `:memory:` */
  constructor(path: string) {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    this.#db = new DatabaseSync(path);
    this.#db.exec('pragma journal_mode = wal; pragma synchronous = full;');
    this.#db.exec(SCHEMA);
  }

  /** Keeps what a chunk tells, once its items are in the table. */
  keep({ step, items, findings, read, upTo }: Chunk): void {
    for (const [table, rows] of Object.entries(read)) this.#count(`read ${table}`, rows);
    for (const { entity } of items) this.#count(`items ${entity}`, 1);
    this.#together(() => {
      this.addFindings(findings);
      if (upTo === undefined) return;
      this.#db.prepare('insert or replace into step values (?, ?)').run(step, upTo);
      const add = this.#db.prepare(
        'insert into tally values (?, ?) on conflict do update set rows = rows + excluded.rows',
      );
      for (const [name, rows] of Object.entries(this.#pending)) add.run(name, rows);
    });
    if (upTo !== undefined) this.#pending = {};
  }

  addFindings(findings: readonly Finding[]): void {
    const add = this.#db.prepare('insert or replace into finding values (?, ?, ?, ?, ?)');
    for (const { table, id, reason, detail } of findings) {
      add.run(table, id, reason, detail ?? null, isRejection(reason) ? 1 : 0);
    }
  }

  upTo(step: Step | 'files'): string | undefined {
    const row = this.#db.prepare('select up_to from step where name = ?').get(step);
    return row ? String(row.up_to) : undefined;
  }

  isLeftBehind(table: SourceTable, id: string): boolean {
    const query =
      'select 1 from finding where source_table = ? and id = ? and is_rejection = 1 limit 1';
    return this.#db.prepare(query).get(table, id) !== undefined;
  }

  leftBehind(table: SourceTable): string[] {
    const query = 'select distinct id from finding where source_table = ? and is_rejection = 1';
    return this.#db
      .prepare(query)
      .all(table)
      .map(({ id }) => String(id));
  }

  findings(): FindingCount[] {
    const rows = this.#db
      .prepare(
        `select source_table, reason, count(*) as rows,
          (select group_concat(id, ', ') from (
            select id from finding as other where other.source_table = finding.source_table
              and other.reason = finding.reason limit 3)) as examples
        from finding group by source_table, reason order by is_rejection desc, rows desc`,
      )
      .all();
    return rows.map((row) => ({
      table: row.source_table as SourceTable,
      reason: row.reason as Finding['reason'],
      rows: Number(row.rows),
      examples: String(row.examples),
    }));
  }

  /** Rows that were gone through, all tables together. */
  rowsRead(): number {
    const query = `select coalesce(sum(rows), 0) as rows from tally where name like 'read %'`;
    return Number(this.#db.prepare(query).get()?.rows);
  }

  /** Rows by table: gone through, and left behind. */
  rows(): { table: SourceTable; read: number; leftBehind: number }[] {
    return SOURCE_TABLES.map((table) => ({
      table,
      read: this.#tally(`read ${table}`),
      leftBehind: this.leftBehindCount(table),
    }));
  }

  items(entity: EntityName): number {
    return this.#tally(`items ${entity}`);
  }

  fact(name: string): string | undefined {
    const row = this.#db.prepare('select value from fact where name = ?').get(name);
    return row ? String(row.value) : undefined;
  }

  setFact(name: string, value: string): void {
    this.#db.prepare('insert or replace into fact values (?, ?)').run(name, value);
  }

  /** Forgets how far it came and what it found. */
  clear(): void {
    this.#db.exec('delete from step; delete from tally; delete from finding; delete from fact;');
  }

  close(): void {
    this.#db.close();
  }

  private leftBehindCount(table: SourceTable): number {
    const query =
      'select count(distinct id) as rows from finding where source_table = ? and is_rejection = 1';
    return Number(this.#db.prepare(query).get(table)?.rows);
  }

  #tally(name: string): number {
    const row = this.#db.prepare('select rows from tally where name = ?').get(name);
    return Number(row?.rows ?? 0);
  }

  #count(name: string, rows: number): void {
    this.#pending[name] = (this.#pending[name] ?? 0) + rows;
  }

  #together(change: () => void): void {
    this.#db.exec('begin immediate');
    try {
      change();
      this.#db.exec('commit');
    } catch (error) {
      this.#db.exec('rollback');
      throw error;
    }
  }
}
