import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import type { Telemetry } from '../../shared/observability';
import { documentClient, type MarketTable, marketTable } from '../../shared/table';

const TriggerEnvironment = z.object({ DYNAMODB_TABLE_NAME: z.string().min(1) });

/** The table of a trigger. Its pool is made after it, so its environment cannot name the pool. */
export function triggerTable(telemetry: Telemetry): MarketTable {
  const { DYNAMODB_TABLE_NAME } = TriggerEnvironment.parse(process.env);
  const client = telemetry.traced(new DynamoDBClient({ maxAttempts: 4 }));
  return marketTable(documentClient(client), DYNAMODB_TABLE_NAME);
}
