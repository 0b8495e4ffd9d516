import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const NAME = 'consumption';

/**
 * The write units of each transaction of a client, by table and index, until stopped.
 * DynamoDB Local counts as AWS does, two a kB in a transaction, but of several items without an
 * index only the last one.
 */
export function watchConsumption(client: DynamoDBDocumentClient) {
  const transactions: Record<string, number>[] = [];
  client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' });
      const result = await next(args);
      const { ConsumedCapacity: consumed } = result.output as { ConsumedCapacity?: unknown };
      if (Array.isArray(consumed)) transactions.push(unitsOf(consumed));
      return result;
    },
    { name: NAME, step: 'initialize' },
  );
  return { transactions, stop: () => client.middlewareStack.remove(NAME) };
}

function unitsOf(consumed: ConsumedCapacity[]): Record<string, number> {
  const units: Record<string, number> = {};
  for (const { Table, GlobalSecondaryIndexes = {} } of consumed) {
    const parts = { table: Table, ...GlobalSecondaryIndexes };
    for (const [name, part] of Object.entries(parts)) {
      units[name] = (units[name] ?? 0) + (part?.CapacityUnits ?? 0);
    }
  }
  return units;
}
