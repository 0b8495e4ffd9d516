import type { MarketTable } from '@marketplace/services/shared/table';
import { type Chunk, migration } from '../migration';
import type { Source } from '../source/postgres';
import type { MigrationState } from '../state/state';
import { writeItems } from '../target/batch-writer';

export interface RunPorts {
  source: Source;
  table: MarketTable;
  state: MigrationState;
  now: Date;
  onChunk(chunk: Chunk): void;
}

/**
 * Writes everything that is not written yet. How far it came is kept only after the items are in, so
 * it may die at any moment: the next run writes some items again, over themselves.
 */
export async function runMigration({ source, table, state, now, onChunk }: RunPorts) {
  const cutAt = state.fact('cutAt') ?? now.toISOString();
  state.setFact('cutAt', cutAt);
  const chunks = migration({
    source,
    cutAt,
    after: (step) => state.upTo(step),
    isLeftBehind: (sourceTable, id) => state.isLeftBehind(sourceTable, id),
  });
  for await (const chunk of chunks) {
    await writeItems(table, chunk.items);
    state.keep(chunk);
    onChunk(chunk);
  }
}
