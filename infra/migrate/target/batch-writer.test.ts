import type { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type MarketTable, marketTable } from '@marketplace/services/shared/table';
import { describe, expect, it } from 'vitest';
import type { MigratedItem } from '../transform/items';
import { writeItems } from './batch-writer';

const contacts = (count: number): MigratedItem[] =>
  Array.from({ length: count }, (_, index) => ({
    entity: 'bookingContact',
    item: { bookingId: `b${index}`, name: 'Ada', email: 'ada@mail.test' },
  }));

/** A table that takes as many items of a batch as it has room for just then. */
function busyTable(room: () => number) {
  const taken: string[] = [];
  const sizes: number[] = [];
  const client = {
    async send({ input }: BatchWriteCommand) {
      const writes = input.RequestItems?.T ?? [];
      sizes.push(writes.length);
      const fitting = room();
      for (const { PutRequest } of writes.slice(0, fitting)) taken.push(PutRequest?.Item?.PK);
      const left = writes.slice(fitting);
      return { UnprocessedItems: left.length > 0 ? { T: left } : {} };
    },
  };
  return { table: marketTable(client as unknown as MarketTable['client'], 'T'), taken, sizes };
}

describe('writing in batches', () => {
  it('brings every item in once, whatever is sent back', async () => {
    let asked = 0;
    const { table, taken, sizes } = busyTable(() => (asked++ % 3 === 0 ? 4 : 25));
    await writeItems(table, contacts(130));
    expect(taken).toHaveLength(130);
    expect(new Set(taken).size).toBe(130);
    expect(Math.max(...sizes)).toBe(25);
  });

  it('gives nothing for done that is not', async () => {
    const { table } = busyTable(() => 1);
    await writeItems(table, contacts(3));
    const broken = busyTable(() => 25);
    broken.table.client.send = () => Promise.reject(new Error('AccessDenied'));
    await expect(writeItems(broken.table, contacts(1))).rejects.toThrow('AccessDenied');
  });
});
