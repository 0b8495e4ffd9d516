import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MarketTable } from '@marketplace/services/shared/table';
import { startTestTable } from '@marketplace/services/shared/testing';
import { runMigration } from '../commands/run';
import { verifyMigration } from '../commands/verify';
import { openSource } from '../source/postgres';
import { MigrationState } from '../state/state';
import { startPostgres } from './postgres';
import { fillProject, type ProjectSize } from './project';

/** Midnight of the day on which the made-up project moves, and the hour. */
export const TODAY = new Date('2026-11-22T00:00:00.000Z');
export const NOW = new Date('2026-11-22T12:00:00.000Z');

/** A made-up project, an empty table, and the state of a migration between them. */
export async function startMigrationWorld(size: ProjectSize) {
  const [postgres, target] = await Promise.all([startPostgres(), startTestTable()]);
  await fillProject(postgres.url, size, TODAY);
  const statePath = join(tmpdir(), `migration-${randomUUID()}.sqlite`);
  const { table } = target;
  return {
    postgres,
    target,
    statePath,
    /** Runs, or goes on where an earlier run died; dies itself at a write, if told to. */
    async run({ writesUntilDeath = Number.POSITIVE_INFINITY } = {}) {
      const source = await openSource(postgres.url);
      const state = new MigrationState(statePath);
      try {
        const mortal = dyingAfter(table, writesUntilDeath);
        await runMigration({ source, table: mortal, state, now: NOW, onChunk: () => {} });
      } finally {
        state.close();
        await source.close();
      }
    },
    async verify() {
      const source = await openSource(postgres.url);
      const state = new MigrationState(':memory:');
      try {
        const cutAt = NOW.toISOString();
        const onChunk = () => {};
        return await verifyMigration({ source, table, state, cutAt, now: NOW, onChunk });
      } finally {
        state.close();
        await source.close();
      }
    },
    async stop() {
      await Promise.all([postgres.stop(), target.stop()]);
    },
  };
}

/** The table of a process that dies between two of its writes. */
function dyingAfter(table: MarketTable, writes: number): MarketTable {
  let left = writes;
  const send: MarketTable['client']['send'] = async (...args: unknown[]) => {
    if (left-- <= 0) throw new Error('killed');
    return (table.client.send as (...all: unknown[]) => Promise<unknown>)(...args) as never;
  };
  const client = Object.assign(Object.create(table.client), { send });
  return { ...table, client };
}

export type MigrationWorld = Awaited<ReturnType<typeof startMigrationWorld>>;
