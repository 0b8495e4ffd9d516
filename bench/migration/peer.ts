import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { MarketTable } from '@marketplace/services/shared/table';
import { migration } from '../../infra/migrate/migration';
import type { Source } from '../../infra/migrate/source/postgres';
import { writeItems } from '../../infra/migrate/target/batch-writer';
import { rawItemOf } from '../../infra/migrate/target/raw-item';
import type { MigratedItem } from '../../infra/migrate/transform/items';

const SAMPLE_ITEMS = 2000;
const ROUNDS = 3;

/**
 * Items a second of our writer and of a plain loop of `PutItem`, in turn, on the same items, which
 * stand in the table already.
 */
export async function compareWriters(source: Source, table: MarketTable, cutAt: string) {
  const sample = await sampleOf(source, cutAt);
  const rate = async (write: () => Promise<void>) => {
    const startedMs = performance.now();
    await write();
    return sample.length / ((performance.now() - startedMs) / 1000);
  };
  const rounds: { ours: number; peer: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await rate(() => writeItems(table, sample));
    const peer = await rate(() => oneByOne(table, sample));
    rounds.push({ ours, peer });
  }
  const [median] = rounds.sort((a, b) => a.ours / a.peer - b.ours / b.peer).slice(1);
  return median ?? { ours: 0, peer: 0 };
}

async function sampleOf(source: Source, cutAt: string): Promise<MigratedItem[]> {
  const items: MigratedItem[] = [];
  const chunks = migration({ source, cutAt, after: () => undefined, isLeftBehind: () => false });
  for await (const chunk of chunks) {
    items.push(...chunk.items);
    if (items.length >= SAMPLE_ITEMS) break;
  }
  return items.slice(0, SAMPLE_ITEMS);
}

async function oneByOne(table: MarketTable, items: readonly MigratedItem[]): Promise<void> {
  const { client, tableName: TableName } = table;
  for (const item of items) {
    await client.send(new PutCommand({ TableName, Item: rawItemOf(table, item) }));
  }
}
