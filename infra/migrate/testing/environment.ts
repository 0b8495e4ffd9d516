import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestTable } from '@marketplace/services/shared/testing';
import { runMigration } from '../commands/run';
import { verifyMigration } from '../commands/verify';
import type { Chunk } from '../migration';
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
    /** Runs, or goes on; `onChunk` may throw to stop it where a dying process would. */
    async run(onChunk: (chunk: Chunk) => void = () => {}) {
      const source = await openSource(postgres.url);
      const state = new MigrationState(statePath);
      try {
        await runMigration({ source, table, state, now: NOW, onChunk });
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

export type MigrationWorld = Awaited<ReturnType<typeof startMigrationWorld>>;
