import { BatchWriteCommand, type BatchWriteCommandOutput } from '@aws-sdk/lib-dynamodb';
import type { MarketTable } from '@marketplace/services/shared/table';
import type { MigratedItem } from '../transform/items';
import { type RawItem, rawItemOf } from './raw-item';

/** DynamoDB takes no more at once. */
const BATCH_ITEMS = 25;
const CONCURRENCY = 8;
const ATTEMPTS = 12;
const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 5000;

type Writes = NonNullable<BatchWriteCommandOutput['UnprocessedItems']>[string];

/**
 * Writes items over what is there, in batches, several at once; what DynamoDB had no room for is
 * sent again, later and later. Resolves once everything is in.
 */
export async function writeItems(
  table: MarketTable,
  items: readonly MigratedItem[],
): Promise<void> {
  const batches = batchesOf(items.map((item) => rawItemOf(table, item)));
  const lane = async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) await writeBatch(table, batch);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, lane));
}

function batchesOf(items: readonly RawItem[]): Writes[] {
  const batches: Writes[] = [];
  for (let start = 0; start < items.length; start += BATCH_ITEMS) {
    const batch = items.slice(start, start + BATCH_ITEMS);
    batches.push(batch.map((Item) => ({ PutRequest: { Item } })));
  }
  return batches;
}

async function writeBatch({ client, tableName }: MarketTable, batch: Writes): Promise<void> {
  let left = batch;
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt === ATTEMPTS) {
      throw new Error(
        `DynamoDB took ${left.length} items of a batch in none of ${ATTEMPTS} tries.`,
      );
    }
    if (attempt > 0) await pause(attempt);
    const { UnprocessedItems } = await client.send(
      new BatchWriteCommand({ RequestItems: { [tableName]: left } }),
    );
    left = UnprocessedItems?.[tableName] ?? [];
  }
}

/** Doubles, with chance in it: lanes that were sent away together do not come back together. */
function pause(attempt: number): Promise<void> {
  const longestMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, longestMs * (0.5 + Math.random() / 2)));
}
