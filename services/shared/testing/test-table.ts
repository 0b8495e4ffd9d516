import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { documentClient, type MarketTable, marketTable, TABLE_INDEXES, TABLE_KEY } from '../table';
import { anEngine } from './dynamodb-engine/shared';

export interface TestTable {
  /** Where DynamoDB Local answers. */
  url: string;
  table: MarketTable;
  /** Every item, to assert that something changed nothing. */
  scan(): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** An empty table with the real keys and indexes, in DynamoDB Local. */
export async function startTestTable(
  tableName: string = `Test-${randomUUID()}`,
): Promise<TestTable> {
  const engine = await anEngine();
  const client = documentClient(
    new DynamoDBClient({
      endpoint: engine.url,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  );
  await client.send(new CreateTableCommand(schemaOf(tableName)));
  return {
    url: engine.url,
    table: marketTable(client, tableName),
    async scan() {
      const items: Record<string, unknown>[] = [];
      for await (const page of paginateScan({ client }, { TableName: tableName })) {
        items.push(...(page.Items ?? []));
      }
      return items;
    },
    async stop() {
      await client.send(new DeleteTableCommand({ TableName: tableName }));
      client.destroy();
      await engine.stop();
    },
  };
}

function schemaOf(tableName: string) {
  const names = new Set<string>([
    ...Object.values(TABLE_KEY),
    ...Object.values(TABLE_INDEXES).flat(),
  ]);
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...names].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S' as const,
    })),
    KeySchema: keySchema(TABLE_KEY.partition, TABLE_KEY.sort),
    GlobalSecondaryIndexes: Object.entries(TABLE_INDEXES).map(([IndexName, [hash, range]]) => ({
      IndexName,
      KeySchema: keySchema(hash, range),
      Projection: { ProjectionType: 'ALL' as const },
    })),
  } as const;
}

function keySchema(hash: string, range: string) {
  return [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ];
}
