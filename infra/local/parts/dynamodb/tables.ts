import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { TableSpec } from '../../template/types';

/** Creates the table as the template says, or checks that the one kept from before still fits it. */
export async function ensureTable(client: DynamoDBClient, spec: TableSpec): Promise<void> {
  const existing = await describe(client, spec.name);
  if (existing) {
    if (shapeOf(existing) === shapeOf(toDescription(spec))) return;
    throw new Error(
      `Table ${spec.name} was created with other keys or indexes than the template has now: begin again with \`npm start -- --fresh\`.`,
    );
  }
  await create(client, spec);
}

async function create(client: DynamoDBClient, spec: TableSpec): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: spec.name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: spec.attributes,
      KeySchema: spec.keys,
      ...(spec.indexes.length > 0 && { GlobalSecondaryIndexes: spec.indexes }),
      ...(spec.streamViewType && {
        StreamSpecification: { StreamEnabled: true, StreamViewType: spec.streamViewType },
      }),
    }),
  );
  if (spec.ttlAttribute === undefined) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: spec.name,
      TimeToLiveSpecification: { AttributeName: spec.ttlAttribute, Enabled: true },
    }),
  );
}

async function describe(
  client: DynamoDBClient,
  name: string,
): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

function toDescription(spec: TableSpec): TableDescription {
  return {
    AttributeDefinitions: spec.attributes,
    KeySchema: spec.keys,
    GlobalSecondaryIndexes: spec.indexes,
    ...(spec.streamViewType && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: spec.streamViewType },
    }),
  };
}

/** What a template's table and a running table must agree on, as comparable text. */
function shapeOf(table: TableDescription): string {
  const keys = (schema: TableDescription['KeySchema'] = []) =>
    schema.map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`).join(', ');
  return JSON.stringify({
    attributes: table.AttributeDefinitions?.map(
      ({ AttributeName, AttributeType }) => `${AttributeName} ${AttributeType}`,
    ).sort(),
    keys: keys(table.KeySchema),
    indexes:
      table.GlobalSecondaryIndexes?.map(
        ({ IndexName, KeySchema, Projection }) =>
          `${IndexName}: ${keys(KeySchema)}, ${Projection?.ProjectionType}`,
      ).sort() ?? [],
    stream: table.StreamSpecification?.StreamViewType ?? null,
  });
}
