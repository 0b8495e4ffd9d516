import { type Chunk, migration } from '../migration';
import type { Source } from '../source/postgres';
import type { MigrationState } from '../state/state';

/** Goes through everything and writes nothing but what it found, into a state of its own. */
export async function planMigration(ports: {
  source: Source;
  state: MigrationState;
  cutAt: string;
  onChunk(chunk: Chunk): void | Promise<void>;
}): Promise<void> {
  const { source, state, cutAt, onChunk } = ports;
  const chunks = migration({
    source,
    cutAt,
    after: () => undefined,
    isLeftBehind: (table, id) => state.isLeftBehind(table, id),
  });
  for await (const chunk of chunks) {
    state.keep(chunk);
    await onChunk(chunk);
  }
}
