import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import type { Child } from '../../child';
import { localClient } from '../../client';
import type { Log, Part } from '../../part';
import type { TableSpec } from '../../template/types';
import { until } from '../../until';
import { startEngine } from './engine';
import { ensureTable } from './tables';

export interface DynamoDbOptions {
  port: number;
  tables: TableSpec[];
  /** Where tables are kept; without it they live in memory. */
  dataDir?: string;
  log: Log;
}

const READY_TIMEOUT_MS = 30_000;

/** DynamoDB Local with the template's tables; resolves when they can be written to. */
export async function startDynamoDb({ tables, ...options }: DynamoDbOptions): Promise<Part> {
  const url = `http://127.0.0.1:${options.port}`;
  const engine = await startEngine(options);
  const client = new DynamoDBClient(localClient(url));
  const stop = async () => {
    client.destroy();
    await engine.stop();
  };
  try {
    await answers(client, engine);
    for (const table of tables) await ensureTable(client, table);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    name: 'dynamodb',
    url,
    stop,
    health: async () => {
      const rssBytes = engine.rssBytes();
      return {
        ready: engine.running(),
        detail: engine.running()
          ? `DynamoDB Local with ${tables.map(({ name }) => name).join(', ') || 'no tables'}`
          : `DynamoDB Local has ended (${await engine.exited})`,
        ...(rssBytes !== undefined && { rssBytes }),
      };
    },
  };
}

async function answers(client: DynamoDBClient, engine: Child): Promise<void> {
  const outcome = await Promise.race([
    until(async () => (await client.send(new ListTablesCommand({}))) && 'ready', READY_TIMEOUT_MS),
    engine.exited,
  ]);
  if (outcome === 'ready') return;
  throw new Error(
    `DynamoDB Local did not start (${outcome ?? `no answer in ${READY_TIMEOUT_MS / 1000} s`}).`,
  );
}
