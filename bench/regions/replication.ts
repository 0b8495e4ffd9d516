import { AsyncLocalStorage } from 'node:async_hooks';
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { MarketTable } from '../../services/shared/table';

interface Key {
  PK: string;
  SK: string;
}

interface Side {
  table: MarketTable;
  /** When each item was last written, wherever that was. */
  writtenAt: Map<string, number>;
  /** Items that the other side has not been told of. */
  unsent: Set<string>;
}

interface Write {
  Item?: Key;
  Key?: Key;
}

/** What the clients of both sides send; only writes have any of these. */
interface WriteInput extends Write {
  TransactItems?: { Put?: Write; Update?: Write; Delete?: Write }[];
}

const MIDDLEWARE = 'replication';
const WRITE = /^(?:Put|Update|Delete|TransactWrite)/;

/**
 * Makes two tables one global table: whatever is written on one side comes to the other later, item by
 * item and in no order of its own, and the last writer of an item wins. Nothing moves unless it is told to.
 */
export function replicate(tables: readonly [MarketTable, MarketTable]) {
  const copying = new AsyncLocalStorage<true>();
  const sides = tables.map((table): Side => ({ table, writtenAt: new Map(), unsent: new Set() }));
  let moment = 0;
  let isCut = false;
  for (const side of sides) watch(side);

  function watch({ table, writtenAt, unsent }: Side): void {
    table.client.middlewareStack.add(
      (next, context) => async (args) => {
        const result = await next(args);
        if (!WRITE.test(String(context.commandName)) || copying.getStore()) return result;
        moment += 1;
        for (const key of keysOf(args.input as WriteInput)) {
          writtenAt.set(key, moment);
          unsent.add(key);
        }
        return result;
      },
      { name: MIDDLEWARE, step: 'initialize', priority: 'high' },
    );
  }

  async function send(from: Side, to: Side, key: string): Promise<void> {
    const at = from.writtenAt.get(key) ?? 0;
    if (at <= (to.writtenAt.get(key) ?? 0)) return;
    const Key = JSON.parse(key) as Key;
    const read = { TableName: from.table.tableName, Key, ConsistentRead: true };
    const { Item } = await from.table.client.send(new GetCommand(read));
    const TableName = to.table.tableName;
    await copying.run(true, () =>
      Item
        ? to.table.client.send(new PutCommand({ TableName, Item }))
        : to.table.client.send(new DeleteCommand({ TableName, Key })),
    );
    to.writtenAt.set(key, at);
  }

  return {
    cut: () => {
      isCut = true;
    },
    heal: () => {
      isCut = false;
    },
    /** Lets what is on its way arrive, in the order and as much of it as `choose` says; all by default. */
    async deliver(choose: (keys: string[]) => string[] = (keys) => keys): Promise<void> {
      if (isCut) return;
      for (const [index, from] of sides.entries()) {
        const to = sides[1 - index];
        if (!to) continue;
        for (const key of choose([...from.unsent])) {
          from.unsent.delete(key);
          await send(from, to, key);
        }
      }
    },
  };
}

function keysOf({ TransactItems = [], ...single }: WriteInput): string[] {
  const writes = TransactItems.map(({ Put, Update, Delete }) => Put ?? Update ?? Delete);
  return [single, ...writes].flatMap((write) => {
    const found = write?.Key ?? write?.Item;
    return found ? [JSON.stringify({ PK: found.PK, SK: found.SK })] : [];
  });
}
