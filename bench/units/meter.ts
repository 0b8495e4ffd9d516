import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TABLE_INDEXES } from '../../services/shared/table';

const NAME = 'meter';
const WRITE = /^(?:Put|Update|Delete|TransactWrite|BatchWrite)/;
const INDEX_KEYS = Object.values(TABLE_INDEXES)
  .flat()
  .filter((name) => !['PK', 'SK'].includes(name));
const UNITS_IN_TRANSACTION = 2;

interface Transaction {
  TransactItems?: { Put?: { Item?: object } }[];
}

/** Adds up what DynamoDB says that each request of a client has consumed; only tests scan, and that is left out. */
export function meter(client: DynamoDBDocumentClient) {
  const used = { read: 0, write: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      const { ConsumedCapacity: consumed } = result.output as {
        ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
      };
      const units = [consumed ?? []].flat().map(({ CapacityUnits = 0 }) => CapacityUnits);
      const operation = String(context.commandName);
      if (operation.startsWith('Scan')) return result;
      const kind = WRITE.test(operation) ? 'write' : 'read';
      used[kind] += units.reduce((sum, value) => sum + value, 0);
      used.write += uncounted(args.input as Transaction);
      return result;
    },
    { name: NAME, step: 'initialize' },
  );
  return {
    /** What was consumed since the last time this was asked. */
    take(): { read: number; write: number } {
      const taken = { ...used };
      Object.assign(used, { read: 0, write: 0 });
      return taken;
    },
  };
}

/** Of a transaction's items without an index DynamoDB Local counts only the last one; all are below 1 kB. */
function uncounted({ TransactItems = [] }: Transaction): number {
  const bare = TransactItems.filter(
    ({ Put }) => Put?.Item && !INDEX_KEYS.some((name) => name in (Put.Item ?? {})),
  );
  return Math.max(0, bare.length - 1) * UNITS_IN_TRANSACTION;
}
